import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkChain } from '#server/audit/audit-log.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/client.ts';
import { isDatabaseBusy } from '#server/db/write-queue.ts';
import { StartError } from '#server/start-error.ts';
import { logCheckWords } from '../src/messages/shared/log.ts';
import { startWords } from '../src/messages/site/start.ts';
import { loadEnvironment } from './environment.ts';

const usage = `Usage : npm run journal                       vérifie la chaîne du journal
        npm run journal -- --tete             n’écrit que l’empreinte de tête, à publier ou à noter ailleurs
        npm run journal -- --depuis EMPREINTE vérifie aussi qu’une empreinte notée plus tôt est encore dans la chaîne`;

/** Verifies the log of the site, which may be running; 0 when it holds, 1 otherwise, 2 for a command that is not one. */
async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl.startsWith('file:') && !existsSync(databaseUrl.slice('file:'.length))) {
    console.error(`Il n’y a pas de base de données à cette adresse : ${databaseUrl}`);
    return 1;
  }
  const database = await openDatabase(databaseUrl);
  const check = await checkChain(database.db, asked.depuis?.toLowerCase() ?? null);
  await database.close();
  const holds = check.broken === null && check.knowsNoted !== false;
  if (asked.tete && holds) console.log(check.head?.empreinte ?? 'journal vide');
  else (holds ? console.log : console.error)(logCheckWords(check).join('\n'));
  return holds ? 0 : 1;
}

function readArguments(): { readonly tete?: boolean; readonly depuis?: string } | null {
  try {
    const { values } = parseArgs({ options: { tete: { type: 'boolean' }, depuis: { type: 'string' } } });
    return values.depuis === undefined || /^[0-9a-f]{64}$/i.test(values.depuis) ? values : null;
  } catch {
    return null;
  }
}

loadEnvironment();
try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof StartError) console.error(startWords(error.refusal));
  else if (isDatabaseBusy(error)) console.error(startWords({ code: 'BASE_OCCUPEE' }));
  else throw error;
  process.exitCode = 1;
}
