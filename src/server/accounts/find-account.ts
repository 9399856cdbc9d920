import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';

export type Account = typeof compte.$inferSelect;
type Read = Pick<Reader | Writer, 'select'>;

/** The account of an address, by its key (`parseEmail`). */
export const accountByEmail = async (db: Read, emailKey: string): Promise<Account | null> =>
  (await db.select().from(compte).where(eq(compte.emailCle, emailKey)).limit(1))[0] ?? null;

export const accountById = async (db: Read, id: string): Promise<Account | null> =>
  (await db.select().from(compte).where(eq(compte.id, id)).limit(1))[0] ?? null;
