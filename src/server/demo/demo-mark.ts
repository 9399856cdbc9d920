import { eq } from 'drizzle-orm';
import { type Config, ConfigError } from '../config.ts';
import type { Database } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { meta } from '../db/schema/directory.ts';

const key = 'demonstration';

/** True when this database holds the made-up people of the demonstration. */
export const isDemo = async ({ db }: Pick<Database, 'db'>): Promise<boolean> =>
  (await db.select().from(meta).where(eq(meta.cle, key)).limit(1)).length > 0;

/**
 * Marks a database as one of demonstration, for good. False when it was filled before.
 * @throws ConfigError when it holds accounts of real people, or half of a demonstration.
 */
export async function markAsDemo(database: Database): Promise<boolean> {
  const [mark] = await database.db.select().from(meta).where(eq(meta.cle, key)).limit(1);
  if (mark?.valeur === filled) return false;
  if (mark)
    throw new ConfigError('La démonstration s’est arrêtée pendant sa préparation : supprimez sa base et relancez.');
  const [someone] = await database.db.select({ id: compte.id }).from(compte).limit(1);
  if (someone) throw new ConfigError('Cette base contient de vrais comptes : la démonstration n’y touche pas.');
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
  throw new ConfigError(
    demo
      ? `La base ${databaseUrl} n’est pas celle d’une démonstration. Pour l’essayer : « npm run demo ».`
      : `La base ${databaseUrl} est celle de la démonstration : elle ne s’ouvre que par « npm run demo ».`,
  );
}
