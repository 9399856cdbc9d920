import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../db/client.ts';
import { tentative } from '../db/schema/accounts.ts';

type Declined = { readonly teamId: string; readonly emailKey: string };

/** Our choice: a year, after which a team may ask again. */
const rememberedDays = 365;

/**
 * Remembers that whoever reads an address said no to a team, for every invitation to come, of this member or another.
 * Kept among the counts of attempts, which are erased at their date, under a keyed hash: the table names nobody.
 */
export async function rememberDeclined(tx: Writer, key: Uint8Array, declined: Declined, now: Date): Promise<void> {
  const row = { nombre: 0, attendreJusqua: 0, oublierLe: now.getTime() + rememberedDays * 24 * 3_600_000 };
  await tx
    .insert(tentative)
    .values({ cle: keyOf(key, declined), ...row })
    .onConflictDoUpdate({ target: tentative.cle, set: row });
}

export async function hasDeclined(
  db: Pick<Reader | Writer, 'select'>,
  key: Uint8Array,
  declined: Declined,
  now: Date,
): Promise<boolean> {
  const [row] = await db
    .select({ oublierLe: tentative.oublierLe })
    .from(tentative)
    .where(eq(tentative.cle, keyOf(key, declined)))
    .limit(1);
  return (row?.oublierLe ?? 0) > now.getTime();
}

const keyOf = (key: Uint8Array, { teamId, emailKey }: Declined): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['invitation-declinee', teamId, emailKey]))
    .digest('hex');
