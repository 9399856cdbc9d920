import { codeOf, type Decision } from '#domain/indemnities/decision.ts';
import type { Evaluation } from '#domain/indemnities/evaluation.schema.ts';
import type { Period } from '#domain/indemnities/plan.schema.ts';
import {
  decisionSentence,
  explanation,
  type NameOf,
  reasonSentence,
} from '../../../../messages/indemnities/indemnities.ts';
import { professionNames } from '../../../../messages/shared/professions.ts';
import type { EvaluationAnswer } from './_answer.schema.ts';

/** A decision as the API writes it, in French. */
export const evaluationAnswer = (planId: string, { membres }: Evaluation, decision: Decision): EvaluationAnswer => {
  const nameOf = namesOf(membres);
  return {
    ...decidedAnswer(decision, nameOf),
    plan: planReference(planId, decision.period),
    avertissements: decision.warnings.map((warning) => ({
      code: warning.code,
      phrase: reasonSentence(warning, nameOf),
    })),
  };
};

/** What evaluation and simulation say of a decision alike. */
export const decidedAnswer = (decision: Decision, nameOf: NameOf) => ({
  decision: decision.decision,
  code: decision.reason && codeOf(decision.reason),
  phrase: decisionSentence(decision, nameOf),
  lignes: decision.lines.map(({ memberId, cents, reason }) => ({ membre: memberId, centimes: cents, motif: reason })),
  totalCentimes: decision.totalCents,
  explication: explanation(decision, nameOf),
});

export const planReference = (id: string, period: Period | null): EvaluationAnswer['plan'] => ({
  id,
  periode: period && { du: period.du, au: period.au },
  source: period?.source ?? null,
});

/** « P4 (masseur-kinésithérapeute) »: the API knows no names. */
export function namesOf(members: readonly Pick<Evaluation['membres'][number], 'id' | 'profession'>[]): NameOf {
  const professions = new Map(members.map(({ id, profession }) => [id, professionNames[profession].un]));
  return (id) => (professions.has(id) ? `${id} (${professions.get(id)})` : id);
}
