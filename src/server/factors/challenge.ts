import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lt } from 'drizzle-orm';
import type { Writer } from '../db/client.ts';
import { defiUtilise } from '../db/schema/factors.ts';

/** What a challenge is for, and whose it is (null: not known before the answer). An answer serves nothing else. */
export type Purpose =
  | { readonly for: 'entrer'; readonly accountId: null }
  | { readonly for: 'second-facteur' | 'ajouter-cle'; readonly accountId: string };

/** Longer than NIST SP 800-63B-4 gives a code, and as long as people take to look for a key. */
export const challengeMinutes = 10;
const validForMs = challengeMinutes * 60_000;
const saltBytes = 16;
const contentBytes = saltBytes + 8;

/** A challenge that needs no row: chance and the instant, signed together with what it is for. */
export function issueChallenge(key: Uint8Array, purpose: Purpose, now: Date): string {
  const instant = Buffer.alloc(8);
  instant.writeBigUInt64BE(BigInt(now.getTime()));
  const content = Buffer.concat([randomBytes(saltBytes), instant]);
  return Buffer.concat([content, signature(key, purpose, content)]).toString('base64url');
}

/** Whether a challenge is ours, for this, and recent. Whether it was used already, `useChallenge` alone decides. */
export function isChallenge(key: Uint8Array, challenge: string, purpose: Purpose, now: Date): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const content = bytes.subarray(0, contentBytes);
  const expected = signature(key, purpose, content);
  const given = bytes.subarray(contentBytes);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const age = now.getTime() - Number(content.readBigUInt64BE(saltBytes));
  return age >= 0 && age <= validForMs;
}

/** Uses a challenge, or anything else that serves once for `minutes`; false when it was used before. */
export async function useChallenge(
  tx: Writer,
  challenge: string,
  now: Date,
  minutes = challengeMinutes,
): Promise<boolean> {
  // Read anew from its bytes: two writings in base64url may say the same.
  const id = createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest('hex');
  const oublierLe = now.getTime() + minutes * 60_000;
  const kept = await tx.insert(defiUtilise).values({ id, oublierLe }).onConflictDoNothing().returning();
  return kept.length > 0;
}

/** Erases the used challenges that would be refused for their age; to be called every day. */
export const purgeChallenges = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(defiUtilise).where(lt(defiUtilise.oublierLe, now.getTime()));
};

const signature = (key: Uint8Array, purpose: Purpose, content: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([purpose.for, purpose.accountId]))
    .update('\0')
    .update(content)
    .digest();
