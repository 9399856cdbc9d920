import { randomUUID } from 'node:crypto';
import { readSecrets } from '#server/auth/secrets.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/client.ts';
import { demoPath } from '#server/demo/demo-entry.ts';
import { type DemoPerson, demoPeople } from '#server/demo/demo-people.ts';
import { seedDemo } from '#server/demo/seed-demo.ts';
import { StartError } from '#server/start-error.ts';
import { teamMails } from '../src/doors/team/team-needs.ts';
import { demoParts } from '../src/messages/site/demo.ts';
import { startWords } from '../src/messages/site/start.ts';
import { loadEnvironment } from './environment.ts';
import { startBuiltSite } from './start-built-site.ts';

/**
 * `npm run demo`: made-up people and teams in a database of their own, and the way in as each of them. Another database
 * may be named (`npm run demo -- file:…`), and is refused when it holds accounts of real people.
 */
loadEnvironment();
process.env.DEMO = '1';
process.env.DATABASE_URL = process.argv[2] ?? 'file:.data/demonstration.db';
delete process.env.SECRET_KEY_FILE;

try {
  const config = readConfig(process.env);
  const secrets = readSecrets(config.secretKeyFile);
  const database = await openDatabase(config.databaseUrl);
  try {
    const now = new Date();
    const send = teamMails({ config }, now);
    await seedDemo({ database, now, newId: randomUUID, throttleKey: secrets.attempts, send });
  } finally {
    await database.close();
  }
  console.log('Démonstration : équipes et personnes inventées, dans une base à part. Pour entrer comme :\n');
  for (const person of Object.keys(demoPeople) as DemoPerson[])
    console.log(`  ${demoPeople[person]}, ${demoParts[person]}\n    ${config.siteUrl}${demoPath(secrets, person)}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(startWords(error.refusal));
  process.exit(1);
}
startBuiltSite();
