import { randomUUID } from 'node:crypto';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/client.ts';
import { isDatabaseBusy } from '#server/db/write-queue.ts';
import { renewAdministratorLink } from '#server/roles/first-administrator.ts';
import { StartError } from '#server/start-error.ts';
import { startWords } from '../src/messages/site/start.ts';
import { isLocalAddress, linkWords } from './administrator-words.ts';
import { loadEnvironment } from './environment.ts';

/** Prints a new link to become administrator; the site may be running. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.databaseUrl);
  try {
    const { token } = await renewAdministratorLink({ database, now: new Date(), newId: randomUUID });
    console.log(`Nouveau lien d’administrateur. ${linkWords(token, config.siteUrl)}`);
    console.log('Les liens donnés auparavant par cette commande ou au démarrage ne servent plus.');
    if (isLocalAddress(config.siteUrl))
      console.log(
        `Ce lien ne s’ouvre que sur cette machine : SITE_URL n’est pas réglée, ou désigne une adresse locale (${config.siteUrl}). Pour un site public, donnez à SITE_URL son adresse et relancez la commande.`,
      );
  } finally {
    await database.close();
  }
}

loadEnvironment();
try {
  await main();
} catch (error) {
  if (error instanceof StartError) console.error(startWords(error.refusal));
  else if (isDatabaseBusy(error)) console.error(startWords({ code: 'BASE_OCCUPEE' }));
  else throw error;
  process.exitCode = 1;
}
