import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import { type InvitationMove, moveInvitation } from '#domain/team/invitation.ts';
import { teamFacts } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { tokenHash } from '../auth/token.ts';
import type { Reader, Writer } from '../db/client.ts';
import { invitation } from '../db/schema/teams.ts';
import { type TeamNeeds, teamInLog } from './team-store.ts';

export type InvitationRow = typeof invitation.$inferSelect;
type Read = Pick<Reader | Writer, 'select'>;
type ForInvitation = AccessObject<'invitation'> | Absent<'invitation'>;

/** What inviting needs besides: what counts of mails are kept under, and where the request comes from. */
export type InvitationNeeds = TeamNeeds & { readonly throttleKey: Uint8Array; readonly address: string };

/**
 * Our choice: two weeks, so that whoever is on leave when the mail arrives still finds the link good, and a mailbox
 * opened by someone else later does not.
 */
export const invitationValidityDays = 14;

/** What the token of an address leads to: an invitation, and the fingerprint of this link of it. */
export type InvitationLink = Pick<InvitationRow, 'id' | 'jeton'>;

/** Resolves the token of an address; null for a link that a later one replaced. */
export const invitationLink = async (db: Read, token: string): Promise<InvitationLink | null> =>
  (
    await db
      .select({ id: invitation.id, jeton: invitation.jeton })
      .from(invitation)
      .where(eq(invitation.jeton, tokenHash(token)))
      .limit(1)
  )[0] ?? null;

/** The invitation of a link, whatever its state; null once a later link replaced it. */
export const invitationByLink = async (db: Read, { id, jeton }: InvitationLink): Promise<InvitationRow | null> =>
  (
    await db
      .select()
      .from(invitation)
      .where(and(eq(invitation.id, id), eq(invitation.jeton, jeton)))
      .limit(1)
  )[0] ?? null;

/** An invitation of this team; one of another team does not exist here. */
export const invitationOf = async (db: Read, teamId: string, id: string): Promise<InvitationRow | null> =>
  (
    await db
      .select()
      .from(invitation)
      .where(and(eq(invitation.id, id), eq(invitation.equipeId, teamId)))
      .limit(1)
  )[0] ?? null;

/** Every invitation of a team, the oldest first. */
export const invitationsOf = (db: Read, teamId: string): Promise<InvitationRow[]> =>
  db
    .select()
    .from(invitation)
    .where(eq(invitation.equipeId, teamId))
    .orderBy(asc(invitation.envoyeeLe), asc(invitation.id));

/** The facts on which rights over an invitation depend, for someone of its team. */
export const invitationObject = async (db: Read, teamId: string, id: string): Promise<ForInvitation> =>
  objectOf(db, await invitationOf(db, teamId, id), false);

/** The same for whoever brings its link. */
export const linkObject = async (db: Read, link: InvitationLink | null): Promise<ForInvitation> =>
  objectOf(db, link && (await invitationByLink(db, link)), true);

async function objectOf(db: Read, row: InvitationRow | null, parLien: boolean): Promise<ForInvitation> {
  const team = row && (await teamFacts(db, row.equipeId));
  return team ? { kind: 'invitation', ...team, parLien } : { kind: 'invitation', absent: true };
}

/** Writes a move down, with its line in the log: the number of the invitation and of the member, never the address. */
export async function writeMove(
  tx: Writer,
  { now, actor }: Pick<TeamNeeds, 'now' | 'actor'>,
  row: InvitationRow,
  name: InvitationMove | 'inviter',
  change: Partial<InvitationRow>,
): Promise<void> {
  await tx.update(invitation).set(change).where(eq(invitation.id, row.id));
  await logMove(tx, { now, actor }, { ...row, ...change }, name);
}

export const logMove = (
  tx: Writer,
  { now, actor }: Pick<TeamNeeds, 'now' | 'actor'>,
  { id, equipeId, membreId, envois }: InvitationRow,
  name: InvitationMove | 'inviter',
): Promise<void> =>
  appendAudit(tx, {
    at: now,
    actor,
    verb: name === 'inviter' ? 'inviter' : `${name}-invitation`,
    object: teamInLog(equipeId),
    detail: { invitation: id, membre: membreId, envois },
  });

/** An address that serves no more is not kept. */
export const withoutAddress = { email: '' } as const;

/** Takes back what was sent to a member who leaves before answering. Part of the transaction of the departure. */
export async function withdrawInvitationsOf(
  tx: Writer,
  { now, today, actor }: Pick<TeamNeeds, 'now' | 'today' | 'actor'>,
  memberId: string,
): Promise<void> {
  const pending = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.membreId, memberId), inArray(invitation.etat, ['envoyee', 'renvoyee', 'expiree'])));
  for (const row of pending) {
    const moved = moveInvitation(row, 'retirer', 'referent', { today, validityDays: invitationValidityDays });
    if (moved.ok) await writeMove(tx, { now, actor }, row, 'retirer', { ...moved.value, ...withoutAddress });
  }
}
