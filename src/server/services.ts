import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommonWords, commonWordsSchema } from '#domain/account/passphrase.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import type { BorderNetwork } from '#domain/territory/border-network.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { readSecrets, type Secrets } from './auth/secrets.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { refuseMixedData } from './demo/demo-mark.ts';
import { type Directory, openDirectory } from './directory/directory.ts';
import { type IdentityProviders, openIdentityProviders } from './identity/identity-providers.ts';
import { readOrientation } from './orientation/read-rules.ts';
import { type Plans, readPlans } from './plans/read-plans.ts';
import { seedSearch } from './search/seed-search.ts';
import { createOutlines, type Outlines } from './territory/outlines.ts';
import { readBorderNetwork } from './territory/read-border-network.ts';
import { readTerritory } from './territory/read-territory.ts';

/** What on-demand pages and endpoints may use of the outside: opened once, passed as `locals.services`. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly communes: CommuneIndex;
  /** The approximate borders between communes, to draw a territory. */
  readonly borders: BorderNetwork;
  readonly outlines: Outlines;
  readonly directory: Directory;
  /** The rules of the wizard. */
  readonly orientation: Rules;
  /** The financing plans of the indemnities, by id. */
  readonly plans: Plans;
  readonly secrets: Secrets;
  /** What passphrases are made of too often. */
  readonly commonWords: CommonWords;
  readonly identities: IdentityProviders;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** Opens the database, migrated, and loads into it what the repository's files hold, where they changed. */
export async function openServices(config: Config): Promise<Services> {
  const communes = readTerritory(root);
  const borders = readBorderNetwork(root, communes);
  const orientation = readOrientation(root);
  const plans = readPlans(root);
  const database = await openDatabase(config.databaseUrl);
  await refuseMixedData(database, config);
  await seedSearch(database, join(root, 'dist/search.json'));
  const directory = await openDirectory({ database, communes }, root);
  return {
    config,
    database,
    communes,
    borders,
    outlines: createOutlines(communes, borders),
    directory,
    orientation,
    plans,
    secrets: readSecrets(config.secretKeyFile),
    commonWords: readCommonWords(),
    identities: openIdentityProviders(config.identityProviders),
    newId: randomUUID,
    now: () => new Date(),
  };
}

const readCommonWords = (): CommonWords =>
  commonWordsSchema.parse(JSON.parse(readFileSync(join(root, 'data/comptes/phrases-refusees.json'), 'utf8'))).mots;

const root = fileURLToPath(new URL('../..', import.meta.url));
