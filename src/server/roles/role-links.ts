import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Grant } from '#domain/access/roles.ts';
import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountById } from '../accounts/find-account.ts';
import { issueLink, readLink, useLink } from '../accounts/links.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { rotateSession } from '../auth/session.ts';
import type { Reader, Writer } from '../db/client.ts';
import { jeton } from '../db/schema/accounts.ts';
import {
  addRole,
  grantOf,
  holds,
  isAdministrator,
  type RoleNeeds,
  type RoleResult,
  scopeOf,
  systemActor,
} from './role-store.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** How long a role sent by mail waits to be taken up. */
export const roleLinkHours = 72;

/** What a link offers to whoever follows it. */
export type RoleOffer = {
  /** The row, as the list of pending links and the log name it. */
  readonly id: string;
  readonly grant: Grant;
  /** Where the link was sent; null for one that a command printed. */
  readonly email: string | null;
  /** The account that gave it, or `systeme`. */
  readonly by: string;
  readonly until: string;
};

/** Sends someone a link by which his account, old or to be, takes up a role. */
export function inviteAgent(
  { database, now, newId, actor, send }: RoleNeeds,
  { email: typed, grant }: { readonly email: string; readonly grant: Grant },
): RoleResult<void> {
  return database.write(async (tx) => {
    const email = parseEmail(typed);
    if (!email.ok) return refuse({ code: email.refusal });
    if (!(await isAdministrator(tx, actor))) return refuse({ code: 'INTROUVABLE' } as const);
    const demande = newId();
    const link = { type: 'role', demande, email: email.value.address, hours: roleLinkHours } as const;
    const offered = { role: grant.role, portee: scopeOf(grant), accordePar: actor };
    const token = await issueLink(tx, now, { ...link, ...offered });
    await send(tx, { type: 'role-propose', to: email.value.address, token, key: `role:${demande}` });
    const object = { type: 'lien-role', id: demande };
    const detail = { role: grant.role, portee: offered.portee };
    await appendAudit(tx, { at: now, actor, verb: 'proposer-role', object, detail });
    return accept(undefined);
  });
}

/** The offer of a link, or null: unknown, used, expired, withdrawn, or given by who is no administrator any more. */
export async function readRoleOffer(db: Read, token: string, now: Date): Promise<RoleOffer | null> {
  const link = await readLink(db, token, ['role'], now);
  const offer = link && offerOf(link);
  if (!offer) return null;
  return offer.by === systemActor || (await isAdministrator(db, offer.by)) ? offer : null;
}

/**
 * Gives the role of a link to the account that follows it, once. Returns the new token of its session, which waits
 * for a second factor unless it was opened with one.
 */
export function takeUpRole(
  { database, now, actor }: Pick<RoleNeeds, 'database' | 'now' | 'actor'>,
  { token, sessionToken }: { readonly token: string; readonly sessionToken: string },
): RoleResult<{ readonly sessionToken: string; readonly grant: Grant }> {
  return database.write(async (tx) => {
    const offer = await readRoleOffer(tx, token, now);
    if (!offer) return refuse({ code: 'LIEN_ROLE_INUTILISABLE' } as const);
    if (offer.by === actor) return refuse({ code: 'PROPRE_COMPTE' } as const);
    const account = await accountById(tx, actor);
    if (!account?.email) return refuse({ code: 'INTROUVABLE' } as const);
    if (await holds(tx, actor, offer.grant)) return refuse({ code: 'DEJA_HABILITE' } as const);
    const fresh = await rotateSession(tx, { now }, sessionToken);
    if (fresh === null) return refuse({ code: 'INTROUVABLE' } as const);
    await useLink(tx, token, ['role'], now);
    const { grant, by } = offer;
    await addRole(tx, { accountId: actor, grant, by, now });
    const object = { type: 'compte', id: actor };
    const detail = { role: grant.role, portee: scopeOf(grant), lien: offer.id };
    await appendAudit(tx, { at: now, actor, verb: 'prendre-role', object, detail });
    return accept({ sessionToken: fresh, grant });
  });
}

/** The links that wait to be taken up, the first to expire first. */
export async function pendingRoleLinks(db: Read, now: Date): Promise<RoleOffer[]> {
  const links = await db
    .select()
    .from(jeton)
    .where(and(isRoleLink, isNull(jeton.utiliseLe), gt(jeton.expireLe, now.toISOString())))
    .orderBy(asc(jeton.expireLe));
  return links.flatMap((link) => offerOf(link) ?? []);
}

/** Makes a link void. */
export function withdrawRoleLink(
  { database, now, actor }: Pick<RoleNeeds, 'database' | 'now' | 'actor'>,
  id: string,
): RoleResult<void> {
  return database.write(async (tx) => {
    const withdrawn = await tx
      .delete(jeton)
      .where(and(eq(jeton.demande, id), eq(jeton.type, 'role'), isNull(jeton.utiliseLe)))
      .returning({ id: jeton.demande });
    if (withdrawn.length === 0) return refuse({ code: 'LIEN_ROLE_INUTILISABLE' } as const);
    await appendAudit(tx, { at: now, actor, verb: 'retirer-lien-role', object: { type: 'lien-role', id } });
    return accept(undefined);
  });
}

/** A role is for any account: its rows are found under no account, by the index of both columns. */
export const isRoleLink = and(isNull(jeton.compteId), eq(jeton.type, 'role'));

function offerOf({ demande, role, portee, accordePar, email, expireLe }: typeof jeton.$inferSelect): RoleOffer | null {
  if (!role || !portee || !accordePar) return null;
  return { id: demande, grant: grantOf({ role, portee }), email, by: accordePar, until: expireLe };
}
