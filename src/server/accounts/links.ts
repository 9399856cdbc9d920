import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { newToken, tokenHash } from '../auth/token.ts';
import type { Reader, Writer } from '../db/client.ts';
import { jeton } from '../db/schema/accounts.ts';

export type Link = typeof jeton.$inferSelect;
type LinkToIssue = Pick<Link, 'type' | 'demande'> &
  Partial<Pick<Link, 'compteId' | 'email' | 'nom' | 'empreinte'>> & {
    readonly hours: number;
  };

/** Keeps a link under the hash of its token, and returns the token, for the mail alone. */
export async function issueLink(tx: Writer, now: Date, { hours, ...link }: LinkToIssue): Promise<string> {
  const token = newToken();
  const expireLe = new Date(now.getTime() + hours * 3_600_000).toISOString();
  await tx.insert(jeton).values({ id: tokenHash(token), expireLe, ...link });
  return token;
}

/** The link of a token if it may still be used, to prepare its use; `useLink` alone decides. */
export async function readLink(
  db: Pick<Reader | Writer, 'select'>,
  token: string,
  types: readonly Link['type'][],
  now: Date,
): Promise<Link | null> {
  const stillGood = and(eq(jeton.id, tokenHash(token)), isNull(jeton.utiliseLe), gt(jeton.expireLe, now.toISOString()));
  const [link] = await db.select().from(jeton).where(stillGood).limit(1);
  return link && types.includes(link.type) ? link : null;
}

/**
 * Uses a link up, once: writes wait for one another, so that of two uses at the same time one gets null. What it
 * carried about the person is erased with it.
 */
export async function useLink(
  tx: Writer,
  token: string,
  types: readonly Link['type'][],
  now: Date,
): Promise<Link | null> {
  const link = await readLink(tx, token, types, now);
  if (!link) return null;
  const emptied = { email: null, nom: null, empreinte: null };
  await tx
    .update(jeton)
    .set({ utiliseLe: now.toISOString(), ...emptied })
    .where(eq(jeton.id, link.id));
  return link;
}

/** Every link of one type that an account was sent stops working. */
export const withdrawLinks = async (tx: Writer, compteId: string, types: readonly Link['type'][]): Promise<void> => {
  for (const type of types) await tx.delete(jeton).where(and(eq(jeton.compteId, compteId), eq(jeton.type, type)));
};

/** Erases the links past their date; to be called every day. */
export const purgeLinks = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(jeton).where(lt(jeton.expireLe, now.toISOString()));
};
