import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/server/db/client.ts';
import { compte } from '../../../src/server/db/schema/accounts.ts';

test('what fails in the database is told without a single value, in the message and in all that hangs on it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-errors-'));
  const database = await openDatabase(`file:${folder}/a.db`);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  await database.client.execute('drop table cle_acces');
  await database.client.execute('alter table compte rename to compte_ailleurs');
  const row = { id: 'a', email: 'anne.morel@exemple.fr', nom: 'Anne Morel', creeLe: '2026-11-25T00:00:00.000Z' };
  const failures = [
    database.write((tx) => tx.insert(compte).values(row)),
    database.db.select().from(compte).where(eq(compte.email, row.email)),
  ];
  for (const failure of await Promise.allSettled(failures)) {
    expect(failure.status).toBe('rejected');
    const told = failure.status === 'rejected' ? inspect(failure.reason, { depth: 10, showHidden: true }) : '';
    expect(told).toMatch(/no such table: .*compte/);
    expect(told).not.toMatch(/anne|morel/i);
  }
});
