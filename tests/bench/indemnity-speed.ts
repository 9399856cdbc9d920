import { evaluate } from '#domain/indemnities/evaluate.ts';
import { evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { simulate } from '#domain/simulator/simulate.ts';
import { simulationSchema } from '#domain/simulator/simulation.schema.ts';
import { readPlan } from '#server/plans/read-plans.ts';
import { evaluationAnswer } from '../../src/pages/api/v1/indemnites/_evaluation-answer.ts';
import { simulationAnswer } from '../../src/pages/api/v1/indemnites/_simulation-answer.ts';

export type Milliseconds = { readonly p50: number; readonly p99: number };

const professions = [
  'medecin-generaliste',
  'infirmier',
  'pharmacien',
  'sage-femme',
  'chirurgien-dentiste',
  'masseur-kinesitherapeute',
  'pedicure-podologue',
  'orthophoniste',
  'ergotherapeute',
  'dieteticien',
] as const;

/** One declared action, and a year of 73 planned actions, for 10 people: input checked, decided, said in French. */
export function measureIndemnities(runs = 1000): { evaluation: Milliseconds; simulation: Milliseconds } {
  const plan = readPlan('data/plans/pays-de-la-loire.json');
  const membres = professions.map((profession, index) => ({
    id: `P${index}`,
    profession,
    exercice: 'liberal' as const,
  }));
  const action = {
    plan: plan.id,
    convention: { signeeLe: '2026-01-15' },
    membres: membres.map((member) => ({ ...member, du: '2025-01-01' })),
    action: { type: 'protocole-simple', date: '2026-06-10', participants: membres.map(({ id }) => id) },
  };
  const year = {
    plan: plan.id,
    annee: 2027,
    membres,
    actions: [
      { type: 'rcp-avec-patient', nombre: 12 },
      { type: 'rcp-sans-patient', nombre: 10 },
      { type: 'staff', nombre: 12 },
      { type: 'protocole-simple', nombre: 4 },
      { type: 'protocole-complexe', nombre: 4 },
      { type: 'pps', nombre: 30, referent: 'P0', participants: ['P0', 'P1', 'P2'] },
      { type: 'redaction-projet', nombre: 1 },
    ],
  };
  return {
    evaluation: timesOf(runs, () => {
      const input = evaluationSchema.parse(action);
      evaluationAnswer(plan.id, input, evaluate(plan, input, '2026-11-22'));
    }),
    simulation: timesOf(runs, () => {
      const input = simulationSchema.parse(year);
      simulationAnswer(plan, input, simulate(plan, input));
    }),
  };
}

function timesOf(runs: number, work: () => void): Milliseconds {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return { p50: times[Math.floor(runs / 2)]!, p99: times[Math.floor(runs * 0.99)]! };
}
