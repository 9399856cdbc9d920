import { and, eq, inArray } from 'drizzle-orm';
import { type Email, parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { type Invitation, moveInvitation } from '#domain/team/invitation.ts';
import type { InviteRefusal } from '#domain/team/invitation-refusal.ts';
import { teamObject } from '../access/find-object.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import type { Writer } from '../db/client.ts';
import { invitation, membre } from '../db/schema/teams.ts';
import { admitAddress, sendFirstInvitation, sendLink } from './first-invitation.ts';
import {
  type InvitationNeeds,
  type InvitationRow,
  invitationObject,
  invitationOf,
  invitationValidityDays,
  withoutAddress,
  writeMove,
} from './invitation-store.ts';
import type { MemberRow, TeamNeeds, TeamResult } from './team-store.ts';

type OneInvitation = { readonly teamId: string; readonly invitationId: string };

/** Sends the first invitation of a member who has no account. */
export async function inviteMember(
  needs: InvitationNeeds,
  { teamId, memberId, email }: { readonly teamId: string; readonly memberId: string; readonly email: string },
): TeamResult<{ readonly invitationId: string }, InviteRefusal> {
  const { database, permit } = needs;
  const address = parseEmail(email);
  if (!address.ok) return refuse({ code: address.refusal });
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'inviter', await teamObject(tx, 'equipe', teamId));
    if (!permitted.ok) return permitted;
    const member = await memberToInvite(tx, needs, teamId, memberId);
    if (!member.ok) return member;
    if (await hasPending(tx, memberId)) return refuse({ code: 'DEJA_INVITE' } as const);
    const admitted = await admitAddress(tx, needs, teamId, address.value);
    if (!admitted.ok) return admitted;
    return accept(await sendFirstInvitation(tx, needs, { teamId, memberId, email: address.value }));
  });
}

/** Sends a new link to the same address; the former one opens nothing any more. */
export const resendInvitation = (
  needs: InvitationNeeds,
  { teamId, invitationId }: OneInvitation,
): TeamResult<void, InviteRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'renvoyer', await invitationObject(tx, teamId, invitationId));
    if (!permitted.ok) return permitted;
    const row = await invitationOf(tx, teamId, invitationId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const moved = moveInvitation(row, 'renvoyer', 'referent', momentOf(needs));
    if (!moved.ok) return moved;
    const address = parseEmail(row.email);
    if (!address.ok) return refuse({ code: address.refusal });
    return renew(tx, needs, { row, name: 'renvoyer', to: moved.value, address: address.value });
  });

/** Sends a new link to the right address, on the same invitation: whoever got the first one holds nothing any more. */
export async function correctAddress(
  needs: InvitationNeeds,
  { teamId, invitationId, email }: OneInvitation & { readonly email: string },
): TeamResult<void, InviteRefusal> {
  const address = parseEmail(email);
  if (!address.ok) return refuse({ code: address.refusal });
  return needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'corriger-adresse', await invitationObject(tx, teamId, invitationId));
    if (!permitted.ok) return permitted;
    const row = await invitationOf(tx, teamId, invitationId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const moved = moveInvitation(row, 'corriger-adresse', 'referent', momentOf(needs));
    if (!moved.ok) return moved;
    const isSame = row.email.toLowerCase() === address.value.key;
    if (isSame) return refuse({ code: row.etat === 'declinee' ? 'ADRESSE_A_DECLINE' : 'ADRESSE_INCHANGEE' } as const);
    return renew(tx, needs, { row, name: 'corriger-adresse', to: moved.value, address: address.value });
  });
}

/** Takes an invitation back: its link opens nothing any more, and its address is erased. */
export const withdrawInvitation = (
  needs: TeamNeeds,
  { teamId, invitationId }: OneInvitation,
): TeamResult<void, InviteRefusal> =>
  needs.database.write(async (tx) => {
    const permitted = await needs.permit(tx, 'retirer', await invitationObject(tx, teamId, invitationId));
    if (!permitted.ok) return permitted;
    const row = await invitationOf(tx, teamId, invitationId);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const moved = moveInvitation(row, 'retirer', 'referent', momentOf(needs));
    if (!moved.ok) return moved;
    await writeMove(tx, needs, row, 'retirer', { ...moved.value, ...withoutAddress });
    return accept(undefined);
  });

type Renewal = {
  readonly row: InvitationRow;
  readonly name: 'renvoyer' | 'corriger-adresse';
  readonly to: Invitation;
  readonly address: Email;
};

async function renew(
  tx: Writer,
  needs: InvitationNeeds,
  { row, name, to, address }: Renewal,
): TeamResult<void, InviteRefusal> {
  const member = await memberToInvite(tx, needs, row.equipeId, row.membreId);
  if (!member.ok) return member;
  const admitted = await admitAddress(tx, needs, row.equipeId, address);
  if (!admitted.ok) return admitted;
  const token = newToken();
  const change = {
    ...to,
    email: address.address,
    jeton: tokenHash(token),
    envois: row.envois + 1,
    envoyeeLe: needs.now.toISOString(),
    invitePar: needs.actor,
  };
  await writeMove(tx, needs, row, name, change);
  await sendLink(tx, needs, { ...row, ...change }, token);
  return accept(undefined);
}

const momentOf = ({ today }: TeamNeeds) => ({ today, validityDays: invitationValidityDays });

async function memberToInvite(
  tx: Writer,
  { today }: TeamNeeds,
  teamId: string,
  memberId: string,
): TeamResult<MemberRow, InviteRefusal> {
  const ofTeam = and(eq(membre.id, memberId), eq(membre.equipeId, teamId));
  const [row] = await tx.select().from(membre).where(ofTeam).limit(1);
  if (!row) return refuse({ code: 'INTROUVABLE' });
  if (row.compteId !== null) return refuse({ code: 'MEMBRE_A_UN_COMPTE' });
  if (row.sortie !== null && row.sortie < today) return refuse({ code: 'MEMBRE_PARTI', sortie: row.sortie });
  return accept(row);
}

async function hasPending(tx: Writer, memberId: string): Promise<boolean> {
  const pending = and(
    eq(invitation.membreId, memberId),
    inArray(invitation.etat, ['envoyee', 'renvoyee', 'expiree', 'declinee']),
  );
  return (await tx.select({ id: invitation.id }).from(invitation).where(pending).limit(1)).length > 0;
}
