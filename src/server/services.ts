import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';

/** What on-demand pages and endpoints may use of the outside: opened once, passed as `locals.services`. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly communes: CommuneIndex;
  readonly now: () => Date;
};

export async function openServices(config: Config): Promise<Services> {
  const [database, communes] = await Promise.all([openDatabase(config.databaseUrl), openCommunes()]);
  return { config, database, communes, now: () => new Date() };
}

async function openCommunes(): Promise<CommuneIndex> {
  const specifier = './territory/read-territory.ts';
  try {
    return (await import(specifier)).readCommuneIndex();
  } catch {
    return [] as unknown as CommuneIndex;
  }
}
