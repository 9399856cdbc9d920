import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#server/db/client.ts';
import { sitemap } from '#server/site/sitemap.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase(`file:${join(folder, 'test.db')}`);
  await database.write((tx) =>
    tx.run(
      sql`insert into structure (numero, id, fiche) values (1, 'dac-10-aube', ${JSON.stringify({ verifieLe: '2026-11-22' })})`,
    ),
  );
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('the sitemap lists the pages, the eight models, and each structure with the day it was checked', async () => {
  const xml = await sitemap({ database }, 'https://coordonnees.example', ['/dac', '/annuaire']);
  const locations = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  expect(locations).toHaveLength(1 + 2 + 8 + 1);
  expect(locations.slice(0, 4)).toEqual([
    'https://coordonnees.example/',
    'https://coordonnees.example/dac',
    'https://coordonnees.example/annuaire',
    'https://coordonnees.example/modeles/asalee',
  ]);
  expect(xml).toContain(
    '<url><loc>https://coordonnees.example/annuaire/dac-10-aube</loc><lastmod>2026-11-22</lastmod></url>',
  );
});
