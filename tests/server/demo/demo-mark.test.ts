import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { openDatabase } from '../../../src/server/db/client.ts';
import { compte } from '../../../src/server/db/schema/accounts.ts';
import { isDemo, markAsDemo, markAsFilled, refuseMixedData } from '../../../src/server/demo/demo-mark.ts';

async function openTemporary() {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const database = await openDatabase(`file:${join(folder, 'a.db')}`);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  return database;
}

test('a database with an account is never made a demonstration', async () => {
  const database = await openTemporary();
  await database.write((tx) => tx.insert(compte).values({ id: 'a', nom: 'Anne', creeLe: '2026-11-25T00:00:00.000Z' }));
  await expect(markAsDemo(database)).rejects.toMatchObject({ refusal: { code: 'BASE_DE_VRAIS_COMPTES' } });
  expect(await isDemo(database)).toBe(false);
});

test('a site opens a database of its own kind alone', async () => {
  const real = readConfig({});
  const demo = readConfig({ DEMO: '1' });
  const empty = await openTemporary();
  await refuseMixedData(empty, real);
  await expect(refuseMixedData(empty, demo)).rejects.toMatchObject({ refusal: { code: 'BASE_SANS_DEMONSTRATION' } });

  const marked = await openTemporary();
  expect(await markAsDemo(marked)).toBe(true);
  await expect(markAsDemo(marked)).rejects.toMatchObject({ refusal: { code: 'DEMONSTRATION_INTERROMPUE' } });
  await markAsFilled(marked);
  expect(await markAsDemo(marked)).toBe(false);
  await refuseMixedData(marked, demo);
  await expect(refuseMixedData(marked, real)).rejects.toMatchObject({ refusal: { code: 'BASE_DE_DEMONSTRATION' } });
});
