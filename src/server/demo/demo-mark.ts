import { eq } from 'drizzle-orm';
import { type Config, ConfigError } from '../config.ts';
import type { Database } from '../db/client.ts';
import { meta } from '../db/schema.ts';
import { compte } from '../db/schema-accounts.ts';

const key = 'demonstration';

/** True when this database holds the made-up people of the demonstration. */
export const isDemo = async ({ db }: Pick<Database, 'db'>): Promise<boolean> =>
  (await db.select().from(meta).where(eq(meta.cle, key)).limit(1)).length > 0;

/** Marks a database as one of demonstration, for good. @throws ConfigError when it holds accounts of real people. */
export async function markAsDemo(database: Database): Promise<void> {
  if (await isDemo(database)) return;
  const [someone] = await database.db.select({ id: compte.id }).from(compte).limit(1);
  if (someone) throw new ConfigError('Cette base contient de vrais comptes : la démonstration n’y touche pas.');
  await database.write((tx) => tx.insert(meta).values({ cle: key, valeur: '1' }));
}

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
