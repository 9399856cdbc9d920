import { readFileSync } from 'node:fs';
import type { Decision } from '#domain/indemnities/decision.ts';
import { codeOf } from '#domain/indemnities/decision.ts';
import { evaluate } from '#domain/indemnities/evaluate.ts';
import { type EvaluationInput, evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { type Plan, planSchema } from '#domain/indemnities/plan.schema.ts';

export const readPlan = (file: string): Plan => planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

export const paysDeLaLoire = readPlan('data/plans/pays-de-la-loire.json');

type MemberInput = EvaluationInput['membres'][number];

export const member = (
  id: string,
  profession: MemberInput['profession'],
  facts: Partial<MemberInput> = {},
): MemberInput => ({
  id,
  profession,
  exercice: 'liberal',
  du: '2025-01-01',
  ...facts,
});

/** The cast of the worked examples: P1 to P7, all liberal, members since 2025. */
export const cast = [
  member('P1', 'medecin-generaliste'),
  member('P2', 'infirmier'),
  member('P3', 'pharmacien'),
  member('P4', 'masseur-kinesitherapeute'),
  member('P5', 'orthophoniste'),
  member('P6', 'pedicure-podologue'),
  member('P7', 'sage-femme'),
];

export type RequestChanges = Omit<Partial<EvaluationInput>, 'action'> & { action?: Partial<EvaluationInput['action']> };

/** An action of 2026-06-10 under a convention of 2026-01-15, without envelope, unless the changes say otherwise. */
export const request = ({ action, ...changes }: RequestChanges): EvaluationInput => ({
  plan: 'pays-de-la-loire',
  reglages: { enveloppeAnnuelleCentimes: null },
  convention: { signeeLe: '2026-01-15' },
  membres: cast,
  ...changes,
  action: { type: 'rcp-sans-patient', date: '2026-06-10', participants: ['P1', 'P2'], ...action },
});

export const decisionOn = (changes: RequestChanges, today = '2026-11-22', plan: Plan = paysDeLaLoire): Decision =>
  evaluate(plan, evaluationSchema.parse(request(changes)), today);

/** A decision in one line: « ACCEPTED · P1 7500 ; P9 0 SALARIE_NON_INDEMNISE · 7500 ». */
export function inOneLine(decision: Decision): string {
  const { lines, totalCents, reason } = decision;
  const written = lines.map(({ memberId, cents, reason: why }) =>
    [memberId, cents ?? '?', why].filter((word) => word !== null).join(' '),
  );
  return [decision.decision, reason && codeOf(reason), written.join(' ; '), totalCents]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
