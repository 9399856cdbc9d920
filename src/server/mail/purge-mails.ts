import { lt } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';

const keptMs = 30 * 24 * 3_600_000;

/** Erases the mails written more than 30 days ago, sent or not: who wrote to whom is not kept longer than needed. */
export const purgeMails = ({ database, now }: { readonly database: Database; readonly now: Date }): Promise<unknown> =>
  database.write((tx) =>
    tx.delete(courriel).where(lt(courriel.creeLe, new Date(now.getTime() - keptMs).toISOString())),
  );
