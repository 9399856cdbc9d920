import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { leavesNobodyToLead } from '#domain/team/succession.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { membre } from '../db/schema/teams.ts';
import { withdrawInvitationsOf } from './invitation-store.ts';
import { noPlaceFor } from './member-place.ts';
import { type MemberRow, membersOf, seatOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';

type Exit = {
  readonly teamId: string;
  readonly memberId: string;
  /** The version that the form was filled on. */
  readonly version: number;
  /** Last day in the team; null takes back a day that was set by mistake. */
  readonly lastDay: string | null;
};

/**
 * Sets the last day of a member, who stays in the team's past. Refused when no référent would remain, on that day or
 * on any later one.
 */
export const setLastDay = (
  { database, now, today, actor }: TeamNeeds,
  { teamId, memberId, version, lastDay }: Exit,
): TeamResult<void, TeamRefusal> =>
  database.write(async (tx) => {
    const members = await membersOf(tx, teamId);
    const row = members.find(({ id }) => id === memberId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    if (row.sortie === lastDay) return accept(undefined);
    if (row.version !== version) return refuse({ code: 'VERSION_DEPASSEE' } as const);
    if (lastDay !== null && lastDay < row.entree) return refuse({ code: 'SORTIE_AVANT_ENTREE' } as const);
    const refused =
      noPlaceFor(members, { ...row, sortie: lastDay }, today) ??
      placeTaken(members, row, lastDay) ??
      (lastDay === null ? null : leaderless(members, memberId));
    if (refused) return refused;
    await tx
      .update(membre)
      .set({ sortie: lastDay, version: version + 1 })
      .where(eq(membre.id, memberId));
    const object = teamInLog(teamId);
    const detail = { membre: memberId, sortie: lastDay };
    await appendAudit(tx, { at: now, actor, verb: 'fixer-sortie', object, detail });
    if (lastDay !== null) await withdrawInvitationsOf(tx, { now, today, actor }, memberId);
    return accept(undefined);
  });

/** An account holds one open place in a team, as the index `membre_place` has it. */
function placeTaken(members: readonly MemberRow[], { id, compteId }: MemberRow, lastDay: string | null) {
  const isOpen = (other: MemberRow) => other.id !== id && other.compteId === compteId && other.sortie === null;
  return lastDay === null && compteId !== null && members.some(isOpen)
    ? refuse({ code: 'PLACE_DEJA_REPRISE' } as const)
    : null;
}

function leaderless(members: readonly MemberRow[], id: string) {
  const nobody = leavesNobodyToLead(members.map(seatOf), id);
  return nobody && refuse(nobody);
}
