import type { Evaluation } from './evaluation.schema.ts';
import type { PlanExample } from './plan-example.schema.ts';

const signedLongAgo = '2000-01-01';

/** The request that an example of a plan stands for: all of its team takes part, everything else is in order. */
export function exampleRequest(planId: string, example: PlanExample): Evaluation {
  const { equipe, action, dejaDeclarees, engageCentimes } = example;
  return {
    plan: planId,
    reglages: {},
    convention: { signeeLe: signedLongAgo, finLe: null },
    membres: equipe.map((person) => ({ ...person, rpps: null, du: signedLongAgo, au: null, mspOuCdsPluri: false })),
    dejaDeclarees: { [action.date.slice(0, 4)]: { [action.type]: dejaDeclarees } },
    engageCentimes,
    protocolesIndemnises: [],
    redactionsIndemnisees: [],
    autresEquipes: [],
    action: { ...action, participants: equipe.map(({ id }) => id), partenaires: 0, protocole: null },
  };
}
