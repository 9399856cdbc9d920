import { can } from '#domain/access/can.ts';
import { teamPages } from '../../messages/team/team.ts';
import type { Visit } from '../visit.ts';
import { logInAddress, teamIdOf, teamInAddress } from './team-needs.ts';

export type TeamLink = readonly [address: string, name: string];

/** The pages of a team that who comes may open, in the order of a menu. */
export async function teamMenu(visit: Visit): Promise<TeamLink[]> {
  const path = `/espace/equipes/${teamIdOf(visit)}`;
  const mayInvite = can(visit.actor, 'inviter', await teamInAddress(visit)).ok;
  const mayReadLog = can(visit.actor, 'consulter', await logInAddress(visit)).ok;
  return [
    [path, teamPages.equipe],
    ...(mayInvite ? [[`${path}/invitations`, teamPages.invitations] as const] : []),
    [`${path}/referents`, teamPages.referents],
    ...(mayReadLog ? [[`${path}/journal`, teamPages.journal] as const] : []),
  ];
}
