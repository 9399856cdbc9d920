import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { type Departure, type DepartureParty, decideLastDay } from '#domain/team/departure.ts';
import { leavesNobodyToLead } from '#domain/team/succession.ts';
import type { TeamRefusal } from '#domain/team/team-refusal.ts';
import { memberObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { admit } from '../auth/throttle.ts';
import type { Writer } from '../db/client.ts';
import { membre } from '../db/schema/teams.ts';
import { type InvitationNeeds, withdrawInvitationsOf } from './invitation-store.ts';
import { noPlaceFor } from './member-place.ts';
import { type MemberRow, membersOf, seatOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { memberPath, tellMember, tellReferents } from './tell-team.ts';

type Exit = {
  readonly teamId: string;
  readonly memberId: string;
  /** The version that the form was filled on. */
  readonly version: number;
  /** Last day in the team; null takes back a day that was set. */
  readonly lastDay: string | null;
};

/**
 * Sets the last day of a member, who stays in the team's past, or takes it back, as `decideLastDay` has it: the account
 * of the row acts for itself, any other as référent. The other side is told. Refused when no référent would remain, on
 * that day or on any later one, and without a day when none was set.
 */
export const setLastDay = (
  needs: TeamNeeds & Pick<InvitationNeeds, 'throttleKey'>,
  { teamId, memberId, version, lastDay }: Exit,
): TeamResult<void, TeamRefusal> =>
  needs.database.write(async (tx) => {
    const { now, today, actor, permit, throttleKey } = needs;
    const permitted = await permit(tx, 'fixer-sortie', await memberObject(tx, teamId, memberId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    const row = members.find(({ id }) => id === memberId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    // From an older page, taking back again what was taken back meanwhile stays done.
    if (lastDay === null && row.sortie === null && row.version === version)
      return refuse({ code: 'SORTIE_VIDE' } as const);
    if (row.sortie === lastDay) return accept(undefined);
    if (row.version !== version) return refuse({ code: 'VERSION_DEPASSEE' } as const);
    if (lastDay !== null && lastDay < row.entree) return refuse({ code: 'SORTIE_AVANT_ENTREE' } as const);
    const by: DepartureParty = row.compteId === actor ? 'membre' : 'referent';
    const decided = decideLastDay(departureOf(row), { lastDay, by, today, isBound: row.compteId !== null });
    if (!decided.ok) return decided;
    const refused =
      noPlaceFor(members, { ...row, sortie: lastDay }, today) ??
      placeTaken(members, row, lastDay) ??
      (lastDay === null ? null : leaderless(members, memberId));
    if (refused) return refused;
    const wait = await admit(tx, throttleKey, [{ kind: 'courriel', of: ['depart', memberId, actor] }], now);
    if (wait > 0) return refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait } as const);

    const departure = decided.value;
    const change = { sortie: lastDay, sortiePar: departure?.par ?? null, sortieDecideeLe: departure?.decideLe ?? null };
    await tx
      .update(membre)
      .set({ ...change, version: version + 1 })
      .where(eq(membre.id, memberId));
    const detail = { membre: memberId, sortie: lastDay, par: by };
    await appendAudit(tx, { at: now, actor, verb: 'fixer-sortie', object: teamInLog(teamId), detail });
    if (lastDay !== null) await withdrawInvitationsOf(tx, { now, today, actor }, memberId);
    await tellOtherSide(tx, needs, { ...row, version: version + 1 }, { by, lastDay });
    return accept(undefined);
  });

/** What is known of the departure of a row; null as long as it has no last day. */
export const departureOf = ({ sortie, sortiePar, sortieDecideeLe }: MemberRow): Departure | null =>
  sortie === null ? null : { dernierJour: sortie, par: sortiePar ?? 'referent', decideLe: sortieDecideeLe ?? sortie };

/** Who is put out may not open the pages of the team any more: the list of her teams tells her which one. */
async function tellOtherSide(
  tx: Writer,
  needs: TeamNeeds,
  { id, equipeId, version }: MemberRow,
  { by, lastDay }: { readonly by: DepartureParty; readonly lastDay: string | null },
): Promise<void> {
  const event = `depart:${id}:${version}`;
  if (by === 'membre') {
    const type = lastDay === null ? 'depart-retire' : 'depart-annonce';
    await tellReferents(tx, needs, { teamId: equipeId, type, path: memberPath(equipeId, id), event });
  } else {
    const type = lastDay === null ? 'depart-retire' : 'depart-decide';
    await tellMember(tx, needs, { memberId: id, type, path: '/espace', event });
  }
}

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
