import { can } from '#domain/access/can.ts';
import { stateOn } from '#domain/team/invitation.ts';
import { teamObject } from '#server/access/find-object.ts';
import { invitationsOf } from '#server/team/invitation-store.ts';
import { openChangeOf } from '#server/team/proposed-changes.ts';
import { type OwnTeam, teamsOf } from '#server/team/read-teams.ts';
import { openSuccessionsOf } from '#server/team/succession.ts';
import { membersOn, teamMemberOf } from '#server/team/team-store.ts';
import { memberName } from '../../messages/team/team.ts';
import { actorOf, type Visit } from '../visit.ts';
import { rulesOn } from './team-rules.ts';

/** The teams of who is signed in: where she is today, with what stands and what waits there, then the others. */
export async function ownTeams(visit: Visit) {
  const { database } = visit.services;
  const all = await teamsOf(database.db, actorOf(visit).compte, visit.today);
  return {
    teams: await Promise.all(all.filter(({ isPresent }) => isPresent).map((own) => asItStands(visit, own))),
    past: all.filter(({ isPresent }) => !isPresent),
  };
}

async function asItStands({ services, actor, today }: Visit, { team, seat }: OwnTeam) {
  const { db } = services.database;
  const members = await membersOn(db, team.id, today);
  const object = await teamObject(db, 'equipe', team.id);
  const invitations = can(actor, 'inviter', object).ok ? await invitationsOf(db, team.id) : [];
  const successions = can(actor, 'soutenir-succession', object).ok ? await openSuccessionsOf(db, team.id) : [];
  return {
    team,
    seat,
    reading: rulesOn(services, team.region, members.map(teamMemberOf), today),
    nameOf: (id: string) => memberName(members, id),
    /** A change of her own row waits for her answer. */
    hasChange: (await openChangeOf(db, seat)) !== null,
    /** Invitations that nobody answered yet. */
    invitations: invitations.filter((row) => ['envoyee', 'renvoyee'].includes(stateOn(row, today))).length,
    /** Successions that wait for her voice. */
    proposals: successions.filter(({ voix }) => !voix.includes(seat.id)).length,
  };
}
