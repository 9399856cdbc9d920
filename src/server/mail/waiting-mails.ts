import { count, gt, min } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';

/** How many mails wait to be sent, and since when the oldest does. */
export async function readWaitingMails({
  database: { db },
}: ReadNeeds): Promise<{ readonly number: number; readonly since: string | null }> {
  const [row] = await db
    .select({ number: count(), since: min(courriel.creeLe) })
    .from(courriel)
    .where(gt(courriel.prochainEssaiLe, ''));
  return { number: row?.number ?? 0, since: row?.since ?? null };
}
