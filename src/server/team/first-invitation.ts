import type { Email } from '#domain/account/email.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { newInvitation } from '#domain/team/invitation.ts';
import type { AddressRefusal } from '#domain/team/invitation-refusal.ts';
import { admit } from '../auth/throttle.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import type { Writer } from '../db/client.ts';
import { invitation } from '../db/schema/teams.ts';
import { hasDeclined } from './declined-address.ts';
import { type InvitationNeeds, type InvitationRow, invitationValidityDays, logMove } from './invitation-store.ts';

type First = { readonly teamId: string; readonly memberId: string; readonly email: Email };

/** Invites a member to whom nothing was sent, once `admitAddress` let it. Part of the transaction of who asks. */
export async function sendFirstInvitation(
  tx: Writer,
  needs: InvitationNeeds,
  { teamId, memberId, email }: First,
): Promise<{ readonly invitationId: string }> {
  const { now, today, newId, actor } = needs;
  const token = newToken();
  const row: InvitationRow = {
    id: newId(),
    equipeId: teamId,
    membreId: memberId,
    email: email.address,
    jeton: tokenHash(token),
    ...newInvitation({ today, validityDays: invitationValidityDays }),
    envois: 1,
    envoyeeLe: now.toISOString(),
    invitePar: actor,
  };
  await tx.insert(invitation).values(row);
  await sendLink(tx, needs, row, token);
  await logMove(tx, needs, row, 'inviter');
  return { invitationId: row.id };
}

export const sendLink = (tx: Writer, { send }: InvitationNeeds, { id, email, envois }: InvitationRow, token: string) =>
  send(tx, { type: 'invitation-equipe', to: email, token, key: `invitation:${id}:${envois}` });

/** Nobody who said no is written to again, and nobody is flooded: a mail that goes is counted, a refused one is not. */
export async function admitAddress(
  tx: Writer,
  { throttleKey, address, now }: InvitationNeeds,
  teamId: string,
  { key }: Email,
): Promise<Result<void, AddressRefusal>> {
  if (await hasDeclined(tx, throttleKey, { teamId, emailKey: key }, now)) return refuse({ code: 'ADRESSE_A_DECLINE' });
  const subjects = [
    { kind: 'courriel-compte', of: [key] },
    { kind: 'courriel-adresse', of: [address] },
  ] as const;
  const wait = await admit(tx, throttleKey, subjects, now);
  return wait > 0 ? refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait }) : accept(undefined);
}
