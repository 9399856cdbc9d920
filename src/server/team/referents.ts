import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import { appoint, leavesNobodyToLead, type Seat, stepDown } from '#domain/team/succession.ts';
import { teamObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { ReadNeeds, Writer } from '../db/client.ts';
import { equipe, membre, succession } from '../db/schema/teams.ts';
import { writeRole } from './change-role.ts';
import { membersOf, seatOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { referentsPath, tellTeam } from './tell-team.ts';

type OfMember = { readonly teamId: string; readonly memberId: string };

/** A référent names one more. */
export const appointReferent = (needs: TeamNeeds, asked: OfMember): TeamResult<void, ReferentRefusal> =>
  name(needs, asked, 'nommer-referent');

/** The association names a référent, for a team that cannot by itself. Who decides is no member: `permit` sees to it. */
export const appointByAssociation = (needs: TeamNeeds, asked: OfMember): TeamResult<void, ReferentRefusal> =>
  name(needs, asked, 'decider-succession');

const name = (
  needs: TeamNeeds,
  { teamId, memberId }: OfMember,
  verb: 'nommer-referent' | 'decider-succession',
): TeamResult<void, ReferentRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, verb, await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    const member = members.find(({ id }) => id === memberId);
    if (!member) return refuse({ code: 'INTROUVABLE' } as const);
    const named = appoint(members.map(seatOf), memberId, needs.today);
    if (!named.ok) return named;
    await writeRole(tx, member, 'referent');
    await dropSuccessionOf(tx, memberId);
    await log(tx, needs, { teamId, memberId, verb });
    const event = `referent:${memberId}:${needs.newId()}`;
    await tellTeam(tx, needs, { teamId, path: referentsPath(teamId), event });
    return accept(undefined);
  });

/** A référent hands the role back, and stays a member. Refused to the last one. */
export const stepDownAsReferent = (
  needs: TeamNeeds,
  { teamId, memberId }: OfMember,
): TeamResult<void, ReferentRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'renoncer-referent', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const members = await membersOf(tx, teamId);
    const member = members.find(({ id, compteId }) => id === memberId && compteId === needs.actor);
    if (!member) return refuse({ code: 'INTROUVABLE' } as const);
    const stepped = stepDownForGood(members.map(seatOf), memberId, needs.today);
    if (!stepped.ok) return stepped;
    await writeRole(tx, member, 'membre');
    await log(tx, needs, { teamId, memberId, verb: 'renoncer-referent' });
    const event = `renoncement:${memberId}:${needs.newId()}`;
    await tellTeam(tx, needs, { teamId, path: referentsPath(teamId), event });
    return accept(undefined);
  });

export type TeamLeftBehind = {
  readonly id: string;
  readonly nom: string;
  /** Members with an account who could take over, by their ids; none when the person is the only one. */
  readonly candidats: readonly string[];
};

/** The teams that would have no référent if this account went away today, to be said before it does. */
export async function teamsLeftWithoutReferent(
  { database: { db } }: ReadNeeds,
  accountId: string,
  today: string,
): Promise<TeamLeftBehind[]> {
  const leads = await db
    .select({ memberId: membre.id, id: equipe.id, nom: equipe.nom })
    .from(membre)
    .innerJoin(equipe, eq(equipe.id, membre.equipeId))
    .where(and(eq(membre.compteId, accountId), eq(membre.role, 'referent')));
  const left = [];
  for (const { memberId, id, nom } of leads) {
    const seats = (await membersOf(db, id)).map(seatOf);
    const stepped = stepDownForGood(seats, memberId, today);
    if (!stepped.ok && stepped.refusal.code === 'DERNIER_REFERENT') {
      left.push({ id, nom, candidats: stepped.refusal.candidats });
    }
  }
  return left;
}

/** Today, and for every day to come. */
function stepDownForGood(seats: readonly Seat[], id: string, today: string) {
  const stepped = stepDown(seats, id, today);
  if (!stepped.ok) return stepped;
  const nobody = leavesNobodyToLead(seats, id);
  return nobody ? refuse(nobody) : stepped;
}

/** Members need not agree any more to what came about otherwise. */
const dropSuccessionOf = async (tx: Writer, memberId: string): Promise<void> => {
  await tx
    .update(succession)
    .set({ etat: 'abandonnee' })
    .where(and(eq(succession.successeurId, memberId), eq(succession.etat, 'ouverte')));
};

const log = (
  tx: Writer,
  { now, actor }: TeamNeeds,
  { teamId, memberId, verb }: { readonly teamId: string; readonly memberId: string; readonly verb: string },
): Promise<void> => appendAudit(tx, { at: now, actor, verb, object: teamInLog(teamId), detail: { membre: memberId } });
