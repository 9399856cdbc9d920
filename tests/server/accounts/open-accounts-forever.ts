import { randomUUID } from 'node:crypto';
import type { AccountMail } from '#domain/account/account-mail.ts';
import { permitFor } from '../../../src/server/access/permit.ts';
import { signUp } from '../../../src/server/accounts/sign-up.ts';
import { verifyEmail } from '../../../src/server/accounts/verify-email.ts';
import { openDatabase } from '../../../src/server/db/client.ts';

/** Opens one account after another in the database given, and prints the id of each once it is acknowledged. */
const database = await openDatabase(process.argv[2] as string);
const passphrase = 'rampe tiroir mousse velours gare';
for (let i = 0; ; i++) {
  let token = '';
  const send = async (_tx: unknown, mail: AccountMail) => {
    if ('token' in mail) token = mail.token;
  };
  const address = `192.0.2.${i % 256}`;
  const throttleKey = Buffer.alloc(32, 7);
  const now = new Date();
  const permit = permitFor({ sessionToken: null, now });
  const needs = { database, now, newId: randomUUID, send, throttleKey, commonWords: [], address, permit };
  await signUp(needs, { email: `membre${i}@exemple.fr`, name: 'Membre', passphrase });
  const opened = await verifyEmail(needs, { token, passphrase, device: 'Firefox' });
  if (opened.ok) process.stdout.write(`${opened.value.accountId}\n`);
}
