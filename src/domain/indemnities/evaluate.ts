import { type ActionFacts, actionFactsOf } from './action-facts.ts';
import { isPaidActionType } from './action-type.ts';
import { firstRefusal } from './checks.ts';
import { declaredUnder } from './counters.ts';
import type { Decision, Pending, Refusal, Step } from './decision.ts';
import type { Evaluation } from './evaluation.schema.ts';
import type { Period, Plan } from './plan.schema.ts';
import { periodOn } from './plan-periods.ts';
import { type Priced, payable } from './priced.ts';
import { price } from './pricing.ts';
import { warningsOf } from './warnings.ts';

/**
 * What a declared action is worth under the plan in force on its date, and why.
 * Pure: the same request, plan and day give the same decision. `today` is the civil day in Paris.
 */
export const evaluate = (plan: Plan, request: Evaluation, today: string): Decision =>
  decide(periodOn(plan, request.action.date), request, today);

/** The decision under a given period, whatever the date: `evaluate` is this with the period in force. */
export function decide(period: Period | null, request: Evaluation, today: string): Decision {
  const { type, date } = request.action;
  const elsewhere = period?.horsBareme.find((other) => other.type === type);
  const outOfPlan: Refusal = { code: 'ACTION_HORS_BAREME', type, cadre: elsewhere?.cadre ?? null };
  if (!isPaidActionType(type)) return refused(period, outOfPlan);
  if (!period) return refused(period, { code: 'PLAN_ABSENT', date });
  const paidAction = period.actions[type];
  if (!paidAction) return refused(period, outOfPlan);

  const facts = actionFactsOf(period, type, paidAction, request, today);
  const refusal = firstRefusal(facts);
  if (refusal) return refused(period, refusal);

  const priced = price(facts);
  const envelope = envelopeOf(facts, priced);
  const shared = {
    period,
    warnings: warningsOf(facts),
    steps: [...capSteps(facts), ...priced.steps, ...envelope.steps],
    payable: payable(facts).map(({ id }) => id),
    lines: priced.lines,
  };
  const reason = priced.pending ?? envelope.pending;
  if (reason) return { ...shared, decision: 'PENDING', reason, totalCents: priced.totalCents };
  return { ...shared, decision: 'ACCEPTED', reason: null, totalCents: priced.totalCents! };
}

const refused = (period: Period | null, reason: Refusal): Decision => ({
  decision: 'REFUSED',
  reason,
  period,
  lines: [],
  totalCents: null,
  warnings: [],
  steps: [],
  payable: [],
});

function capSteps({ cap, request, year }: ActionFacts): Step[] {
  if (!cap) return [];
  const rank = declaredUnder(cap.actions, request.dejaDeclarees, year) + 1;
  return [{ step: 'cap', name: cap.nom, rank, maximum: cap.maximumAnnuel, year }];
}

/** R13. The writing of the project does not count in it (D2); an unknown total is not compared. */
function envelopeOf(
  { period, type, request, year }: ActionFacts,
  { totalCents }: Priced,
): { pending: Pending | null; steps: Step[] } {
  if (type === 'redaction-projet') return { pending: null, steps: [{ step: 'outside-envelope' }] };
  const envelopeCents = envelopeUnder(period, request.reglages);
  if (envelopeCents === null || totalCents === null) return { pending: null, steps: [] };
  const engageCents = request.engageCentimes;
  const afterCents = engageCents + totalCents;
  if (afterCents > envelopeCents) {
    return { pending: { code: 'ENVELOPPE_DEPASSEE', engageCents, totalCents, envelopeCents, annee: year }, steps: [] };
  }
  return { pending: null, steps: [{ step: 'envelope', engageCents, afterCents, envelopeCents }] };
}

/** The yearly envelope of a team, in cents: the plan's, unless the request supposes another, or none. */
export const envelopeUnder = (period: Period, { enveloppeAnnuelleCentimes }: Evaluation['reglages']): number | null =>
  enveloppeAnnuelleCentimes === undefined ? period.enveloppe.enveloppeAnnuelleCentimes : enveloppeAnnuelleCentimes;
