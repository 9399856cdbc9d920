import { refuse } from '#domain/shared/result.ts';
import { sameRpps } from '#domain/team/membership.ts';
import { mostMembers } from '#domain/team/team-refusal.ts';
import type { MemberRow } from './team-store.ts';

type Place = Pick<MemberRow, 'rpps' | 'entree' | 'sortie'> & { readonly id: string | null };

/**
 * Why a row of these days and this number has no place among those of the team, or null. Asked in the transaction that
 * writes it.
 */
export function noPlaceFor(members: readonly MemberRow[], place: Place, today: string) {
  const bearer = sameRpps(members, place);
  if (bearer) return refuse({ code: 'RPPS_PRIS', membre: bearer.id } as const);
  const stays = ({ sortie }: Pick<MemberRow, 'sortie'>) => sortie === null || sortie >= today;
  const others = members.filter((member) => member.id !== place.id && stays(member));
  const isFull = stays(place) && others.length >= mostMembers;
  return isFull ? refuse({ code: 'EQUIPE_PLEINE', maximum: mostMembers } as const) : null;
}
