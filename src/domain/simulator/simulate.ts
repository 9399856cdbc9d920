import { isPaidActionType } from '#domain/indemnities/action-type.ts';
import { declaredUnder } from '#domain/indemnities/counters.ts';
import type { Decision } from '#domain/indemnities/decision.ts';
import { decide, envelopeUnder } from '#domain/indemnities/evaluate.ts';
import type { Evaluation } from '#domain/indemnities/evaluation.schema.ts';
import type { Cap, Period, Plan } from '#domain/indemnities/plan.schema.ts';
import { periodOn } from '#domain/indemnities/plan-periods.ts';
import { type Leftover, leftoversOf } from './leftovers.ts';
import { attendance, type PersonYear } from './person-year.ts';
import { type Books, lastDay, type PlannedAction, requestMaker } from './simulated-action.ts';
import type { Simulation } from './simulation.schema.ts';
import { nothing, sum, type Tally } from './tally.ts';

/** Planned actions that got the same answer, with the first of these answers. */
export type Outcome = { readonly decision: Decision; readonly count: number };

export type GroupYear = {
  readonly planned: PlannedAction;
  readonly outcomes: readonly Outcome[];
  readonly tally: Tally;
};

export type CapYear = { readonly cap: Cap; readonly used: number; readonly left: number | null };

export type EnvelopeYear = {
  /** Null: no envelope. */
  readonly envelopeCents: number | null;
  readonly engagedCents: number;
  readonly leftCents: number | null;
};

export type SimulatedYear = {
  readonly period: Period | null;
  readonly year: number;
  readonly groups: readonly GroupYear[];
  readonly people: readonly PersonYear[];
  readonly caps: readonly CapYear[];
  readonly envelope: EnvelopeYear;
  /** Writing included. */
  readonly total: Tally;
  readonly writingCents: number;
  readonly leftovers: readonly Leftover[];
};

/**
 * A year of planned actions for a team, each decided by the same rules as a declared one, one after the other:
 * caps and envelope fill up on the way. A refused action counts nowhere but in its group.
 */
export function simulate(plan: Plan, simulation: Simulation): SimulatedYear {
  const { annee, datePlan, reglages } = simulation;
  const period = periodOn(plan, datePlan ?? lastDay(annee));
  const requestFor = requestMaker(simulation);
  const decideWith = (planned: PlannedAction, books: Books) =>
    decide(period, requestFor(planned, books), lastDay(annee));

  const { dejaDeclarees, engageCentimes, redactionsIndemnisees } = simulation;
  let books: Books = { dejaDeclarees, engageCentimes, redactionsIndemnisees };
  const attended: { request: Evaluation; decision: Decision }[] = [];
  const groups = simulation.actions.map((planned): GroupYear => {
    const decisions: Decision[] = [];
    for (let turn = 0; turn < planned.nombre; turn += 1) {
      const request = requestFor(planned, books);
      const decision = decide(period, request, lastDay(annee));
      books = booksAfter(decision, request, books, annee);
      decisions.push(decision);
      attended.push({ request, decision });
    }
    return { planned, outcomes: outcomesOf(decisions), tally: decisions.map(worth).reduce(sum, nothing) };
  });

  const people = attendance(simulation.membres, attended);
  const envelopeCents = period && envelopeUnder(period, reglages);
  const engagedCents = books.engageCentimes;
  const leftCents = envelopeCents === null ? null : Math.max(0, envelopeCents - engagedCents);
  const caps = period ? capsOf(period, books, annee) : [];
  return {
    period,
    year: annee,
    groups,
    people,
    caps,
    envelope: { envelopeCents, engagedCents, leftCents },
    total: groups.map(({ tally }) => tally).reduce(sum, nothing),
    writingCents: people.reduce((cents, person) => cents + person.writingCents, 0),
    leftovers: period
      ? leftoversOf({
          period,
          simulation,
          caps,
          envelopeLeft: leftCents,
          next: (planned) => decideWith(planned, books),
        })
      : [],
  };
}

/** Accepted and pending actions fill the caps; only accepted ones commit money, and the writing is apart (D2). */
function booksAfter(decision: Decision, { action }: Evaluation, books: Books, year: number): Books {
  const { type } = action;
  if (decision.decision === 'REFUSED' || !isPaidActionType(type)) return books;
  const ofYear = books.dejaDeclarees[String(year)] ?? {};
  const dejaDeclarees = { ...books.dejaDeclarees, [String(year)]: { ...ofYear, [type]: (ofYear[type] ?? 0) + 1 } };
  const { engageCentimes, redactionsIndemnisees } = books;
  if (type === 'redaction-projet') {
    return { dejaDeclarees, engageCentimes, redactionsIndemnisees: [...redactionsIndemnisees, ...action.participants] };
  }
  const committed = decision.decision === 'ACCEPTED' ? decision.totalCents : 0;
  return { dejaDeclarees, engageCentimes: engageCentimes + committed, redactionsIndemnisees };
}

function worth({ decision, totalCents }: Decision): Tally {
  if (decision === 'REFUSED') return nothing;
  if (totalCents === null) return { ...nothing, toFix: 1 };
  return decision === 'ACCEPTED' ? { ...nothing, knownCents: totalCents } : { ...nothing, waitingCents: totalCents };
}

function outcomesOf(decisions: readonly Decision[]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const decision of decisions) {
    const key = `${decision.decision} ${decision.reason?.code} ${decision.totalCents}`;
    const same = outcomes.get(key);
    outcomes.set(key, { decision: same?.decision ?? decision, count: (same?.count ?? 0) + 1 });
  }
  return [...outcomes.values()];
}

const capsOf = (period: Period, { dejaDeclarees }: Books, year: number): CapYear[] =>
  period.plafonds.map((cap) => {
    const used = declaredUnder(cap.actions, dejaDeclarees, year);
    return { cap, used, left: cap.maximumAnnuel === null ? null : Math.max(0, cap.maximumAnnuel - used) };
  });
