import { invitationMovesOpenTo, stateOn } from '#domain/team/invitation.ts';
import { invitationsOf } from '#server/team/invitation-store.ts';
import type { MemberRow } from '#server/team/team-store.ts';
import type { Visit } from '../visit.ts';
import { teamIdOf } from './team-needs.ts';

/** The members who have no account and what may be done to invite them, then the invitations that are over. */
export async function invitationList(visit: Visit, members: readonly MemberRow[]) {
  const rows = await invitationsOf(visit.services.database.db, teamIdOf(visit));
  const sent = rows.map((row) => ({ ...row, etat: stateOn(row, visit.today) }));
  const isOver = ({ etat }: (typeof sent)[number]) => etat === 'acceptee' || etat === 'retiree';
  const waiting = members
    .filter(({ compteId, sortie }) => compteId === null && (sortie === null || sortie >= visit.today))
    .map((member) => {
      const invitation = sent.find((row) => row.membreId === member.id && !isOver(row)) ?? null;
      const moves: string[] = invitation ? invitationMovesOpenTo(invitation, 'referent', visit.today) : [];
      return { member, invitation, moves };
    });
  return { waiting, over: sent.filter(isOver) };
}
