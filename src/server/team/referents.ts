import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import { appoint, leavesNobodyToLead, type Seat, stepDown } from '#domain/team/succession.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { ReadNeeds, Writer } from '../db/client.ts';
import { equipe, membre, succession } from '../db/schema/teams.ts';
import { renewSessions, writeRole } from './change-role.ts';
import { membersOf, seatOf, type TeamNeeds, type TeamResult, teamInLog } from './team-store.ts';
import { referentsPath, tellTeam } from './tell-team.ts';

type OfMember = { readonly teamId: string; readonly memberId: string; readonly sessionToken: string };
/** The token under which the session that acts goes on: the same one, or a new one when its own role changed. */
type Acted = { readonly sessionToken: string };

/** A référent names one more. */
export const appointReferent = (needs: TeamNeeds, asked: OfMember): TeamResult<Acted, ReferentRefusal> =>
  name(needs, asked, 'nommer-referent');

/** The association names a référent, for a team that cannot by itself. Who decides is no member: `can` saw to it. */
export const appointByAssociation = (needs: TeamNeeds, asked: OfMember): TeamResult<Acted, ReferentRefusal> =>
  name(needs, asked, 'decider-succession');

const name = (
  needs: TeamNeeds,
  { teamId, memberId, sessionToken }: OfMember,
  verb: 'nommer-referent' | 'decider-succession',
): TeamResult<Acted, ReferentRefusal> =>
  needs.database.write(async (tx) => {
    const members = await membersOf(tx, teamId);
    const member = members.find(({ id }) => id === memberId);
    if (!member) return refuse({ code: 'INTROUVABLE' } as const);
    const named = appoint(members.map(seatOf), memberId, needs.today);
    if (!named.ok) return named;
    const session = await renewSessions(tx, needs, member.compteId ?? '', sessionToken);
    if (!session) return refuse({ code: 'SESSION_FERMEE' } as const);
    await writeRole(tx, member, 'referent');
    await dropSuccessionOf(tx, memberId);
    await log(tx, needs, { teamId, memberId, verb });
    const event = `referent:${memberId}:${needs.newId()}`;
    await tellTeam(tx, needs, { teamId, path: referentsPath(teamId), event });
    return accept(session);
  });

/** A référent hands the role back, and stays a member. Refused to the last one. */
export const stepDownAsReferent = (
  needs: TeamNeeds,
  { teamId, memberId, sessionToken }: OfMember,
): TeamResult<Acted, ReferentRefusal> =>
  needs.database.write(async (tx) => {
    const members = await membersOf(tx, teamId);
    const member = members.find(({ id }) => id === memberId);
    if (!member) return refuse({ code: 'INTROUVABLE' } as const);
    const stepped = stepDownForGood(members.map(seatOf), memberId, needs.today);
    if (!stepped.ok) return stepped;
    const session = await renewSessions(tx, needs, member.compteId ?? '', sessionToken);
    if (!session) return refuse({ code: 'SESSION_FERMEE' } as const);
    await writeRole(tx, member, 'membre');
    await log(tx, needs, { teamId, memberId, verb: 'renoncer-referent' });
    const event = `renoncement:${memberId}:${needs.newId()}`;
    await tellTeam(tx, needs, { teamId, path: referentsPath(teamId), event });
    return accept(session);
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
