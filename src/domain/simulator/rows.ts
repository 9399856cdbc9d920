import { type PaidActionType, paidActionTypes } from '#domain/indemnities/action-type.ts';
import type { Period } from '#domain/indemnities/plan.schema.ts';

/** A line of the simulator where a number is written: a kind of action, or a care plan among so many people. */
export type SimulatorRow = {
  /** `rcp-sans-patient`, `pps-2`: its name in the address. */
  readonly key: string;
  readonly type: PaidActionType;
  /** How many people share it; null: the whole team. */
  readonly exactly: number | null;
  /** Fewer people to pay than this, and the team cannot hold one. */
  readonly atLeast: number;
  /** Most in a year. */
  readonly most: number;
};

const mostOfAKind = 99;

/** What a period lets a team plan, in the order of the scheme. The writing of the project happens once. */
export const rowsOf = (period: Period): SimulatorRow[] =>
  paidActionTypes.flatMap((type): SimulatorRow[] => {
    const payment = period.actions[type]?.paiement;
    if (!payment) return [];
    if (payment.sorte === 'forfait-avec-referent') {
      return carePlanRows(
        type,
        payment.repartition.map(({ professionnels }) => professionnels),
      );
    }
    const most = type === 'redaction-projet' ? 1 : mostOfAKind;
    return [{ key: type, type, exactly: null, atLeast: 0, most }];
  });

/** One row per number of people whose shares are written, and one for all others: theirs are for the association to fix. */
function carePlanRows(type: PaidActionType, written: readonly number[]): SimulatorRow[] {
  const beyond = Math.max(...written) + 1;
  const row = (people: number, exactly: number | null): SimulatorRow => ({
    key: `${type}-${people}`,
    type,
    exactly,
    atLeast: people,
    most: mostOfAKind,
  });
  return [...written.map((people) => row(people, people)), row(beyond, null)];
}

/** True for the rows where someone is the referent. */
export const hasReferent = ({ type }: SimulatorRow): boolean => type === 'pps';
