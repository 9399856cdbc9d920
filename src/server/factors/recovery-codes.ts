import { createHmac, randomInt } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import {
  recoveryAlphabet,
  recoveryCodeCount,
  recoveryCodeLength,
  showRecoveryCode,
} from '#domain/account/recovery-code.ts';
import type { Reader, Writer } from '../db/client.ts';
import { codeSecours } from '../db/schema/factors.ts';

/** Gives an account ten new codes, which void the former; returned as they are shown, once. */
export async function issueRecoveryCodes(tx: Writer, key: Uint8Array, accountId: string): Promise<readonly string[]> {
  await tx.delete(codeSecours).where(eq(codeSecours.compteId, accountId));
  const codes = Array.from({ length: recoveryCodeCount }, drawCode);
  await tx.insert(codeSecours).values(codes.map((code) => ({ id: hashOf(key, accountId, code), compteId: accountId })));
  return codes.map(showRecoveryCode);
}

/** Uses a code of this account up; false when it has no such code left. */
export async function takeRecoveryCode(
  tx: Writer,
  key: Uint8Array,
  { accountId, code, now }: { readonly accountId: string; readonly code: string; readonly now: Date },
): Promise<boolean> {
  const unused = and(
    eq(codeSecours.id, hashOf(key, accountId, code)),
    eq(codeSecours.compteId, accountId),
    isNull(codeSecours.utiliseLe),
  );
  const used = await tx.update(codeSecours).set({ utiliseLe: now.toISOString() }).where(unused).returning();
  return used.length > 0;
}

/** How many codes an account has left. */
export async function recoveryCodesLeft(db: Pick<Reader | Writer, 'select'>, accountId: string): Promise<number> {
  const unused = and(eq(codeSecours.compteId, accountId), isNull(codeSecours.utiliseLe));
  return (await db.select({ number: count() }).from(codeSecours).where(unused))[0]?.number ?? 0;
}

const drawCode = (): string =>
  Array.from({ length: recoveryCodeLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('');

/** Bound to the account: the same code of someone else is another row. */
const hashOf = (key: Uint8Array, accountId: string, code: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([accountId, code]))
    .digest('hex');
