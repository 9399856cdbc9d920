import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { expect, test } from 'vitest';
import { tokenHash } from '../../../src/server/auth/token.ts';
import { openDatabase } from '../../../src/server/db/client.ts';
import { followedOffer } from '../../../src/server/roles/role-offers.ts';

const migrations = 'src/server/db/migrations';

/** The migrations before the one of this name. */
function migrationsBefore(name: string, folder: string): string {
  const before = join(folder, 'before');
  cpSync(migrations, before, { recursive: true });
  const journal = join(before, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const at = entries.findIndex(({ tag }) => tag.endsWith(name));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, at) }));
  return before;
}

test('the links of roles that waited in the former table still work, used ones are gone, other links stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const url = `file:${join(folder, 'test.db')}`;
  const client = createClient({ url });
  await migrate(drizzle(client), { migrationsFolder: migrationsBefore('_offres_role', folder) });
  const link = (token: string, more: Record<string, string | null>) => {
    const row = { type: 'role', role: 'ars', portee: 'bretagne', accorde_par: 'ada', email: 'bea@exemple.fr', ...more };
    return {
      sql: `insert into jeton (id, demande, type, role, portee, accorde_par, email, expire_le, utilise_le)
        values (?, ?, ?, ?, ?, ?, ?, '2026-11-26T12:00:00.000Z', ?)`,
      args: [
        tokenHash(token),
        `demande-${token}`,
        row.type,
        row.role,
        row.portee,
        row.accorde_par,
        row.email,
        more.utilise_le ?? null,
      ],
    };
  };
  await client.batch([
    link('mail', {}),
    link('commande', { role: 'association-admin', portee: 'portail', accorde_par: 'systeme', email: null }),
    link('pris', { utilise_le: '2026-11-23T12:00:00.000Z', email: null }),
    link('inscription', { type: 'inscription', role: null, portee: null, accorde_par: null }),
  ]);
  client.close();

  const database = await openDatabase(url);
  const found = async (token: string) => followedOffer(database.db, token);
  expect(await found('mail')).toMatchObject({
    id: 'demande-mail',
    grant: { role: 'ars', region: 'bretagne' },
    email: 'bea@exemple.fr',
    by: 'ada',
    etat: 'proposee',
    since: '2026-11-23T12:00:00.000Z',
    expireLe: '2026-11-26T12:00:00.000Z',
  });
  expect(await found('commande')).toMatchObject({ by: 'systeme', email: null, since: '2026-11-25T12:00:00.000Z' });
  expect(await found('pris')).toBeNull();
  expect((await database.client.execute('select type from jeton')).rows.map(({ type }) => type)).toEqual([
    'inscription',
  ]);
  await database.close();
  rmSync(folder, { recursive: true });
});
