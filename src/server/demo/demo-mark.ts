import { eq } from 'drizzle-orm';
import type { Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { meta } from '../db/schema/directory.ts';
import { StartError } from '../start-error.ts';

const key = 'demonstration';

/** True when this database holds the made-up people of the demonstration. */
export const isDemo = async ({ db }: Pick<Database, 'db'>): Promise<boolean> =>
  (await db.select().from(meta).where(eq(meta.cle, key)).limit(1)).length > 0;

/**
 * Marks a database as one of demonstration, for good. False when it was filled before.
 * @throws StartError when it holds accounts of real people, or half of a demonstration.
 */
export async function markAsDemo(database: Database): Promise<boolean> {
  const [mark] = await database.db.select().from(meta).where(eq(meta.cle, key)).limit(1);
  if (mark?.valeur === filled) return false;
  if (mark) throw new StartError({ code: 'DEMONSTRATION_INTERROMPUE' });
  const [someone] = await database.db.select({ id: compte.id }).from(compte).limit(1);
  if (someone) throw new StartError({ code: 'BASE_DE_VRAIS_COMPTES' });
  await database.write((tx) => tx.insert(meta).values({ cle: key, valeur: 'commencee' }));
  return true;
}
const filled = 'faite';

/** Every made-up person and team is there. */
export const markAsFilled = (database: Database): Promise<unknown> =>
  database.write((tx) => tx.update(meta).set({ valeur: filled }).where(eq(meta.cle, key)));

/** Made-up people and real ones never meet: a database of one kind is refused by a site of the other. */
export async function refuseMixedData(database: Database, { demo, databaseUrl }: Config): Promise<void> {
  if ((await isDemo(database)) === demo) return;
  await database.close();
  throw new StartError({ code: demo ? 'BASE_SANS_DEMONSTRATION' : 'BASE_DE_DEMONSTRATION', base: databaseUrl });
}
