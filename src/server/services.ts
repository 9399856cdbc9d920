import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rules } from '#domain/orientation/rules.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { readOrientation } from './orientation/read-rules.ts';
import { seedSearch } from './search/seed-search.ts';
import { readTerritory } from './territory/read-territory.ts';

/** What on-demand pages and endpoints may use of the outside: opened once, passed as `locals.services`. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly communes: CommuneIndex;
  /** The rules of the wizard. */
  readonly orientation: Rules;
  readonly now: () => Date;
};

/** Opens the database, migrated, and loads into it what the repository's files hold, where they changed. */
export async function openServices(config: Config): Promise<Services> {
  const communes = readTerritory(root);
  const orientation = readOrientation(root);
  const database = await openDatabase(config.databaseUrl);
  await seedSearch(database, join(root, 'dist/search.json'));
  return { config, database, communes, orientation, now: () => new Date() };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
