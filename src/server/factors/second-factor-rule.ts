import { and, count, eq, isNotNull } from 'drizzle-orm';
import { isSecondFactorRequired, type Protection } from '#domain/account/second-factor.ts';
import type { Reader, Writer } from '../db/client.ts';
import { compte, habilitation } from '../db/schema/accounts.ts';
import { cleAcces, codeTotp } from '../db/schema/factors.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** The factors and the roles of an account, by the rows of this instant. */
export async function protectionOf(db: Read, accountId: string): Promise<Protection> {
  const [keys] = await db.select({ number: count() }).from(cleAcces).where(eq(cleAcces.compteId, accountId));
  const [codes] = await db
    .select({ number: count() })
    .from(codeTotp)
    .where(and(eq(codeTotp.compteId, accountId), isNotNull(codeTotp.confirmeLe)));
  const [roles] = await db.select({ number: count() }).from(habilitation).where(eq(habilitation.compteId, accountId));
  return { keys: keys?.number ?? 0, codes: (codes?.number ?? 0) > 0, holdsRole: (roles?.number ?? 0) > 0 };
}

/** Whether the sessions of an account wait for a second factor. */
export const secondFactorRequired = async (db: Read, accountId: string): Promise<boolean> =>
  isSecondFactorRequired(await protectionOf(db, accountId));

/**
 * Writes the rule into the account: to be called in the transaction of every change of its factors and of its granted
 * roles. A session without a second factor waits for one from that instant on.
 */
export async function applySecondFactorRule(tx: Writer, accountId: string): Promise<void> {
  const required = await secondFactorRequired(tx, accountId);
  await tx.update(compte).set({ secondFacteurRequis: required }).where(eq(compte.id, accountId));
}
