import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { endAfter, offerStateAt, type RoleOfferLife } from '#domain/access/role-offer.ts';
import type { Grant } from '#domain/access/roles.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import type { Reader, Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { offreRole } from '../db/schema/roles.ts';
import { grantOf, isAdministrator, scopeOf, systemActor } from './role-store.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** A role offered by a link. */
export type RoleOffer = RoleOfferLife & {
  /** The row, as lists and the log name it. */
  readonly id: string;
  readonly grant: Grant;
  /** Where the link was sent, as long as it waits; null for one that a command printed. */
  readonly email: string | null;
  /** The account that offers it, or `systeme`. */
  readonly by: string;
  /** The instant of the last move. */
  readonly since: string;
};

/** Keeps an offer under the hash of its token, and returns the token, for the mail or the console alone. */
export async function issueOffer(
  tx: Writer,
  now: Date,
  offer: Pick<RoleOffer, 'id' | 'grant' | 'email' | 'by'> & { readonly hours: number },
): Promise<string> {
  const token = newToken();
  await tx.insert(offreRole).values({
    id: offer.id,
    jeton: tokenHash(token),
    role: offer.grant.role,
    portee: scopeOf(offer.grant),
    email: offer.email,
    proposePar: offer.by,
    etat: 'proposee',
    depuis: now.toISOString(),
    expireLe: endAfter(offer.hours, now),
  });
  return token;
}

/** `vouched`: who offers it is still an administrator, or was a command. */
export type FollowedOffer = RoleOffer & { readonly vouched: boolean };

/** The offer of a link, whatever became of it; null when no link has this token. */
export async function followedOffer(db: Read, token: string): Promise<FollowedOffer | null> {
  const [row] = await db
    .select()
    .from(offreRole)
    .where(eq(offreRole.jeton, tokenHash(token)))
    .limit(1);
  if (!row) return null;
  const offer = offerOf(row);
  return { ...offer, vouched: offer.by === systemActor || (await isAdministrator(db, offer.by)) };
}

export async function offerById(db: Read, id: string): Promise<RoleOffer | null> {
  const [row] = await db.select().from(offreRole).where(eq(offreRole.id, id)).limit(1);
  return row ? offerOf(row) : null;
}

/** An account that asks for a role whose link was sent to another address. */
export type RoleClaim = RoleOffer & {
  readonly account: { readonly id: string; readonly name: string; readonly email: string | null };
};

/** What waits: links to be followed, and claims to be decided; the first to end first. */
export async function waitingOffers(
  db: Read,
  now: Date,
): Promise<{ readonly links: readonly RoleOffer[]; readonly claims: readonly RoleClaim[] }> {
  const rows = await db
    .select({ offer: offreRole, account: { id: compte.id, name: compte.nom, email: compte.email } })
    .from(offreRole)
    .leftJoin(compte, eq(compte.id, offreRole.compteId))
    .where(and(inArray(offreRole.etat, ['proposee', 'demandee']), gt(offreRole.expireLe, now.toISOString())))
    .orderBy(asc(offreRole.expireLe));
  return {
    links: rows.map(({ offer }) => offerOf(offer)).filter((offer) => offerStateAt(offer, now) === 'proposee'),
    claims: rows.flatMap(({ offer, account }) =>
      offer.etat === 'demandee' && account ? [{ ...offerOf(offer), account }] : [],
    ),
  };
}

/** The roles that an account asked for: what waits for an answer, and what was refused lately. */
export async function claimsOf(db: Read, accountId: string, now: Date): Promise<RoleOffer[]> {
  const rows = await db
    .select()
    .from(offreRole)
    .where(
      and(
        eq(offreRole.compteId, accountId),
        inArray(offreRole.etat, ['demandee', 'refusee']),
        gt(offreRole.expireLe, now.toISOString()),
      ),
    )
    .orderBy(asc(offreRole.depuis));
  return rows.map(offerOf);
}

/** Writes a move; the address is erased with the end of the wait. */
export async function writeMove(
  tx: Writer,
  id: string,
  { etat, expireLe, compte: compteId, now }: RoleOfferLife & { readonly now: Date },
): Promise<void> {
  const address = etat === 'proposee' || etat === 'demandee' ? {} : { email: null };
  await tx
    .update(offreRole)
    .set({ etat, expireLe, compteId, depuis: now.toISOString(), ...address })
    .where(eq(offreRole.id, id));
}

/** Makes the links void that commands printed and that nobody followed. */
export const dropSystemOffers = async (tx: Writer): Promise<void> => {
  await tx.delete(offreRole).where(and(eq(offreRole.etat, 'proposee'), eq(offreRole.proposePar, systemActor)));
};

/** Erases the offers past their end; to be called every day. */
export const purgeOffers = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(offreRole).where(lte(offreRole.expireLe, now.toISOString()));
};

const offerOf = (row: typeof offreRole.$inferSelect): RoleOffer => ({
  id: row.id,
  grant: grantOf(row),
  email: row.email,
  by: row.proposePar,
  since: row.depuis,
  etat: row.etat,
  expireLe: row.expireLe,
  compte: row.compteId,
});
