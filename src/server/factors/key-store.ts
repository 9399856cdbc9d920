import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Writer } from '../db/client.ts';
import { cleAcces } from '../db/schema/factors.ts';

type Read = Pick<Reader | Writer, 'select'>;
export type Key = typeof cleAcces.$inferSelect;

/** The passkeys of an account, the oldest first. */
export const keysOf = (db: Read, accountId: string): Promise<Key[]> =>
  db.select().from(cleAcces).where(eq(cleAcces.compteId, accountId)).orderBy(asc(cleAcces.creeLe));

export const keyById = async (db: Read, id: string): Promise<Key | null> =>
  (await db.select().from(cleAcces).where(eq(cleAcces.id, id)).limit(1))[0] ?? null;

/** A key of this account; one of someone else is not there. */
export const ownKey = async (db: Read, accountId: string, id: string): Promise<Key | null> =>
  (
    await db
      .select()
      .from(cleAcces)
      .where(and(eq(cleAcces.id, id), eq(cleAcces.compteId, accountId)))
      .limit(1)
  )[0] ?? null;

/** As browsers list the keys that they may or may not use. */
export const describeKeys = (keys: readonly Key[]) =>
  keys.map(({ id, transports }) => ({ id, transports: z.array(z.string()).parse(JSON.parse(transports)) }));
