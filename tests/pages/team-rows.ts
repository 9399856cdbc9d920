import { randomUUID } from 'node:crypto';
import { readSecrets } from '../../src/server/auth/secrets.ts';
import { admit } from '../../src/server/auth/throttle.ts';
import { openDatabase } from '../../src/server/db/client.ts';
import { inPagesDatabase, unique } from './accounts.ts';

/** A team put straight in the database of the page tests, under a name that no other test uses. */
export async function openTeam(): Promise<{ readonly id: string; readonly name: string }> {
  const id = randomUUID();
  const name = `Équipe d’essai ${unique()}`;
  await inPagesDatabase((client) =>
    client.execute({
      sql: 'insert into equipe (id, nom, nom_cle, region, departements, cree_le) values (?, ?, ?, ?, ?, ?)',
      args: [id, name, id, 'pays-de-la-loire', '["53"]', new Date().toISOString()],
    }),
  );
  return { id, name };
}

type Seat = {
  readonly firstName: string;
  readonly name?: string;
  readonly account?: string | null;
  readonly role?: 'membre' | 'referent';
};

/** A nurse on her own account, in the team since January. */
export async function addMember(
  teamId: string,
  { firstName, name = 'Essai', account = null, role = 'membre' }: Seat,
): Promise<string> {
  const id = randomUUID();
  await inPagesDatabase((client) =>
    client.execute({
      sql: `insert into membre (id, equipe_id, compte_id, role, nom, prenom, profession, exercice, commune, entree,
        autres_esp_clap, cree_le) values (?, ?, ?, ?, ?, ?, 'infirmier', 'liberal', '53130', '2026-01-01', '[]', ?)`,
      args: [id, teamId, account, role, name, firstName, new Date().toISOString()],
    }),
  );
  return id;
}

/** As if people who are signed in had just had more mails written to this address than a day allows. */
export async function writtenToEnough(email: string): Promise<void> {
  const url = process.env.PAGES_DATABASE ?? '';
  const { attempts } = readSecrets(`${url.replace('file:', '')}.key`);
  const database = await openDatabase(url);
  for (let hour = 0; hour < 8; hour++) {
    const at = new Date(Date.now() + hour * 3_600_000);
    await database.write((tx) => admit(tx, attempts, [{ kind: 'courriel-compte', of: [email] }], at));
  }
  await database.close();
}
