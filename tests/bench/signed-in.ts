import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client';
import { hashPassphrase } from '../../src/server/auth/password.ts';

export type SignedIn = { readonly email: string; readonly passphrase: string; readonly cookie: string };

/** Puts an account and an open session in the database of a site that runs, and gives its way in. */
export async function signedInOn(databaseUrl: string): Promise<SignedIn> {
  const client = createClient({ url: databaseUrl, timeout: 5_000 });
  const [id, email, passphrase] = [
    randomUUID(),
    `bench-${randomUUID()}@exemple.fr`,
    'rampe tiroir mousse velours gare',
  ];
  const hashed = await hashPassphrase(passphrase);
  if (!hashed.ok) throw new Error(hashed.refusal);
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const later = new Date(now.getTime() + 2 * 3_600_000);
  await client.batch(
    [
      {
        sql: 'insert into compte (id, email, email_cle, nom, empreinte, cree_le) values (?, ?, ?, ?, ?, ?)',
        args: [id, email, email, 'Mesure', hashed.value, now.toISOString()],
      },
      {
        sql: 'insert into session (id, compte_id, ouverte_le, expire_le, appareil) values (?, ?, ?, ?, ?)',
        args: [createHash('sha256').update(token).digest('hex'), id, now.toISOString(), later.toISOString(), 'Mesure'],
      },
    ],
    'write',
  );
  client.close();
  return { email, passphrase, cookie: `session=${token}` };
}
