import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { type InvitationState, moveInvitation, stateOn } from '#domain/team/invitation.ts';
import type { AnswerRefusal } from '#domain/team/invitation-refusal.ts';
import { rotateSession } from '../auth/session.ts';
import type { Reader, ReadNeeds, Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { membre } from '../db/schema/teams.ts';
import { rememberDeclined } from './declined-address.ts';
import {
  type InvitationLink,
  type InvitationNeeds,
  type InvitationRow,
  invitationByLink,
  invitationValidityDays,
  linkObject,
  withoutAddress,
  writeMove,
} from './invitation-store.ts';
import { noConsent } from './record-consent.ts';
import { type MemberRow, readTeam, type TeamNeeds, type TeamResult } from './team-store.ts';

/** What whoever holds a link is shown of it. */
export type InvitationView = {
  readonly etat: InvitationState;
  readonly jusquau: string;
  /** Where the mail was sent; empty once the invitation is over. */
  readonly email: string;
  readonly equipe: { readonly id: string; readonly nom: string };
  readonly membre: Pick<MemberRow, 'nom' | 'prenom' | 'profession' | 'attestation' | 'compteId' | 'sortie'>;
  /** The name of who invites, in the team or on the account; null when the account is gone. */
  readonly invitePar: string | null;
};

type Read = Pick<Reader | Writer, 'select'>;

/** Shows the invitation of a link, and changes nothing: those who guard mailboxes open links ahead. */
export async function readInvitation(
  { database: { db } }: ReadNeeds,
  link: InvitationLink,
  today: string,
): Promise<InvitationView | null> {
  const row = await invitationByLink(db, link);
  const team = row && (await readTeam(db, row.equipeId));
  const member = row && (await memberById(db, row.membreId));
  if (!row || !team || !member) return null;
  const { nom, prenom, profession, attestation, compteId, sortie } = member;
  return {
    etat: stateOn(row, today),
    jusquau: row.jusquau,
    email: row.email,
    equipe: { id: team.id, nom: team.nom },
    membre: { nom, prenom, profession, attestation, compteId, sortie },
    invitePar: await inviterName(db, row),
  };
}

/**
 * Binds the account that acts to the member, under a new session token. Writes wait for one another: of two accounts
 * that follow one link, or of an answer and a withdrawal, the first wins and the other is told.
 */
export const acceptInvitation = (
  { database, now, today, actor, permit }: Pick<TeamNeeds, 'database' | 'now' | 'today' | 'actor' | 'permit'>,
  { link, sessionToken }: { readonly link: InvitationLink; readonly sessionToken: string },
): TeamResult<{ readonly teamId: string; readonly memberId: string; readonly sessionToken: string }, AnswerRefusal> =>
  database.write(async (tx) => {
    const object = await linkObject(tx, link);
    if ('absent' in object) return refuse({ code: 'INTROUVABLE' } as const);
    const permitted = await permit(tx, 'accepter', object);
    if (!permitted.ok) return permitted;
    const row = await invitationByLink(tx, link);
    const member = row && (await memberById(tx, row.membreId));
    if (!row || !member) return refuse({ code: 'INTROUVABLE' } as const);
    const moved = moveInvitation(row, 'accepter', 'invite', { today, validityDays: invitationValidityDays });
    if (!moved.ok) return moved;
    if (member.compteId !== null) return refuse({ code: 'MEMBRE_A_UN_COMPTE' } as const);
    if (member.sortie !== null && member.sortie < today) {
      return refuse({ code: 'MEMBRE_PARTI', sortie: member.sortie } as const);
    }
    if (await hasPlace(tx, row.equipeId, actor, today)) return refuse({ code: 'DEJA_MEMBRE' } as const);
    const fresh = await rotateSession(tx, { now }, sessionToken);
    if (!fresh) return refuse({ code: 'SESSION_FERMEE' } as const);

    // The row of a référent who closed the account keeps that role: whoever takes the place does not inherit it.
    const joined = { compteId: actor, rejointLe: today, role: 'membre', ...noConsent } as const;
    // What was attested in her name was shown to her: by joining she attests it, on this day.
    const attestation = member.attestation && today;
    await tx
      .update(membre)
      .set({ ...joined, attestation, version: member.version + 1 })
      .where(eq(membre.id, member.id));
    await writeMove(tx, { now, actor }, row, 'accepter', { ...moved.value, ...withoutAddress });
    return accept({ teamId: row.equipeId, memberId: member.id, sessionToken: fresh });
  });

/** What saying no needs; the actor is an account, or `public`. */
type DeclineNeeds = Pick<InvitationNeeds, 'database' | 'now' | 'today' | 'actor' | 'permit' | 'throttleKey'>;

/**
 * Says no, with or without an account: whatever consent was recorded for her counts no more, and the team is not let
 * write to that address again.
 */
export const declineInvitation = (
  { database, now, today, actor, permit, throttleKey }: DeclineNeeds,
  link: InvitationLink,
): TeamResult<void, AnswerRefusal> =>
  database.write(async (tx) => {
    const object = await linkObject(tx, link);
    if ('absent' in object) return refuse({ code: 'INTROUVABLE' } as const);
    const permitted = await permit(tx, 'decliner', object);
    if (!permitted.ok) return permitted;
    const row = await invitationByLink(tx, link);
    if (!row) return refuse({ code: 'INTROUVABLE' } as const);
    const moved = moveInvitation(row, 'decliner', 'invite', { today, validityDays: invitationValidityDays });
    if (!moved.ok) return moved;
    const address = parseEmail(row.email);
    if (address.ok) {
      await rememberDeclined(tx, throttleKey, { teamId: row.equipeId, emailKey: address.value.key }, now);
    }
    await tx.update(membre).set(noConsent).where(eq(membre.id, row.membreId));
    await writeMove(tx, { now, actor }, row, 'decliner', moved.value);
    return accept(undefined);
  });

const memberById = async (db: Read, id: string): Promise<MemberRow | null> =>
  (await db.select().from(membre).where(eq(membre.id, id)).limit(1))[0] ?? null;

/** True when the account is in the team, today or from a day to come. */
async function hasPlace(tx: Writer, teamId: string, accountId: string, today: string): Promise<boolean> {
  const open = or(isNull(membre.sortie), gte(membre.sortie, today));
  const places = await tx
    .select({ id: membre.id })
    .from(membre)
    .where(and(eq(membre.compteId, accountId), eq(membre.equipeId, teamId), open))
    .limit(1);
  return places.length > 0;
}

async function inviterName(db: Read, { equipeId, invitePar }: InvitationRow): Promise<string | null> {
  if (invitePar === null) return null;
  const ofTeam = and(eq(membre.compteId, invitePar), eq(membre.equipeId, equipeId));
  const [seat] = await db.select({ prenom: membre.prenom, nom: membre.nom }).from(membre).where(ofTeam).limit(1);
  if (seat) return `${seat.prenom} ${seat.nom}`;
  const [account] = await db.select({ nom: compte.nom }).from(compte).where(eq(compte.id, invitePar)).limit(1);
  return account?.nom ?? null;
}
