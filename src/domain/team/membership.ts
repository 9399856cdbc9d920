import type { Agreement } from './agreement.ts';
import type { Member } from './member.schema.ts';

/** A member with the identifier of the row that the team keeps, and whether the person agreed to it. */
export type TeamMember = Member & { readonly id: string; readonly accord: Agreement };

type Stay = { readonly entree: string; readonly sortie: string | null };

/** The day of entry and the last day both count. */
export const isPresentOn = ({ entree, sortie }: Stay, day: string): boolean =>
  entree <= day && (sortie === null || day <= sortie);

/** True when there is a day on which both are in the team. */
const overlap = (one: Stay, other: Stay): boolean =>
  (other.sortie === null || one.entree <= other.sortie) && (one.sortie === null || other.entree <= one.sortie);

/**
 * The other member who bears this RPPS during the same days, null if there is none: a number is unique in the team,
 * and someone who left may come back.
 */
export function sameRpps<Known extends Stay & { readonly id: string; readonly rpps: string | null }>(
  members: readonly Known[],
  candidate: Stay & { readonly id: string | null; readonly rpps: string | null },
): Known | null {
  const { id, rpps } = candidate;
  if (rpps === null) return null;
  return members.find((member) => member.rpps === rpps && member.id !== id && overlap(member, candidate)) ?? null;
}
