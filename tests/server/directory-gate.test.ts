import { type Client, createClient, type InStatement, type InValue } from '@libsql/client';
import type { SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LayerContent } from '#domain/directory/layer.schema.ts';
import type { Writer } from '#server/db/client.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { readKept } from '#server/directory/kept-directory.ts';
import { replaceLayer } from '#server/directory/layer-store.ts';
import { project } from '#server/directory/project.ts';
import { readRevision } from '#server/directory/revision.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { sitemap, sitemapPart } from '#server/site/sitemap.ts';
import { generatedDirectory } from './generated-directory.ts';
import {
  communes,
  criteria,
  openingDay,
  openTestDatabase,
  seedDirectory,
  type TestDatabase,
} from './open-directory.ts';

/** The gate of the directory: over 100,000 records, no query that a reader may cause walks through the table. */
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedDirectory(database, generatedDirectory(communes, 100_000));
}, 120_000);
afterAll(() => database.drop());

const now = () => openingDay;

/** A client that keeps the statements it is given, and runs them. */
function listening(): { client: Client; statements: InStatement[] } {
  const statements: InStatement[] = [];
  const execute = (statement: InStatement) => {
    statements.push(statement);
    return database.client.execute(statement);
  };
  return { client: { ...database.client, execute } as unknown as Client, statements };
}

/** The steps of a plan that walk through something else than a virtual table led by its index, or a JSON list. */
async function walks(statements: readonly InStatement[]): Promise<string[]> {
  const found: string[] = [];
  // A connection of its own: one that explained a write goes on reading the database of before.
  const client = createClient({ url: `file:${database.file}` });
  for (const statement of statements) {
    const { sql, args } = statement as { sql: string; args: [] };
    const { rows } = await client.execute({ sql: `explain query plan ${sql}`, args });
    const steps = rows.map(({ detail }) => String(detail)).filter((step) => step.startsWith('SCAN'));
    found.push(...steps.filter((step) => !allowed.test(step)).map((step) => `${step} ← ${sql}`));
  }
  client.close();
  return found;
}

/** FTS5 and R*Tree name what leads them after the colon; `1:` is R*Tree's look-up of one number, and a JSON list. */
const allowed =
  /^SCAN (?:\w+ VIRTUAL TABLE INDEX \d+:\S+|(?:structure_position|json_each) VIRTUAL TABLE INDEX 1:|\(subquery-\d+\)|CONSTANT ROW)$/;

const filters = [
  '',
  'page=1500',
  'type=msp',
  'type=dac,ars,association',
  'departement=10',
  'region=44&type=cds',
  'region=44&departement=10',
  'commune=10387',
  'epci=200069250&type=cpts',
  'q=msp+saint+martin',
  'q=msp+st&departement=67&page=3',
  'bbox=4,48,4.5,48.5',
  'bbox=-5,41,10,51.5&type=cds',
  'bbox=4,48,4.5,48.5&q=tilleuls',
  'autour=2.35,48.85&rayon=20',
  'autour=2.35,48.85&rayon=20&q=gare&type=msp',
];

test.each(filters)('« %s » is led by an index, for a page and for an export', async (query) => {
  const { client, statements } = listening();
  const needs = { database: { client }, communes, now };
  const { page, taille, ...kept } = criteria(query);
  await searchStructures(needs, { ...kept, page, taille });
  await (await exportStructures(needs, kept)).chunks().next();
  expect(statements.length).toBeGreaterThanOrEqual(3);
  expect(await walks(statements)).toEqual([]);
});

test('a record by its id, one that was withdrawn and one that is unknown are led by an index', async () => {
  const { client, statements } = listening();
  for (const id of ['msp-2', 'msp-retiree', 'msp-inconnue']) await structureById({ database: { client }, now }, id);
  expect(statements.length).toBeGreaterThanOrEqual(6);
  expect(await walks(statements)).toEqual([]);
});

test('what memory keeps, and the look at whether it still holds, are led by an index', async () => {
  const { client, statements } = listening();
  await readRevision(client);
  await readKept(client, communes);
  expect(statements).toHaveLength(3);
  expect(await walks(statements)).toEqual([]);
});

test('a change of a few records among 100,000 is written without a walk: new, renamed, moved, withdrawn', async () => {
  const [first, second, third] = generatedDirectory(communes, 3);
  const { id, type, sources, verifieLe, ...champs } = first!;
  const fiche = { quoi: 'fiche' as const, type, champs, sources, verifieLe };
  const retrait = { nom: 'MSP', retireeLe: '2026-11-22', raison: 'Fermée, selon cet essai.', remplaceePar: null };
  const contents = new Map<string, LayerContent>([
    [id, { ...fiche, champs: { ...champs, nom: 'DAC Zèle' } }],
    ['dac-nouveau', { ...fiche, champs: { ...champs, nom: 'DAC Nouveau' } }],
    [second!.id, { ...fiche, champs: { telephone: '+33325000000' } }],
    [third!.id, { quoi: 'retrait', ...retrait }],
  ]);
  const statements: InStatement[] = [];
  await database.write(async (tx) => {
    const noted = noting(tx, statements);
    const changed = await replaceLayer(noted, { nature: 'correction', rang: 1, origine: 'essai', contents });
    await project(noted, communes, changed);
  });
  expect(statements.length).toBeGreaterThan(15);
  expect(await walks(statements)).toEqual([]);
  expect((await structureById({ database, now }, 'dac-nouveau')).kind).toBe('found');
  expect((await structureById({ database, now }, third!.id)).kind).toBe('withdrawn');
});

/** A transaction that notes the statements run in it. */
const noting = (tx: Writer, statements: InStatement[]): Writer =>
  new Proxy(tx, {
    get(target, name) {
      if (name !== 'all' && name !== 'run') return Reflect.get(target, name);
      return (query: SQL) => {
        const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(query);
        statements.push({ sql, args: params as InValue[] });
        return target[name](query);
      };
    },
  });

test('the gate sees a walk: « like », a whole R*Tree and a whole full-text table fail it', async () => {
  const walking = [
    { sql: 'select id from structure where fiche like ?', args: ['%tilleuls%'] },
    { sql: 'select numero from structure_position where lon > ?', args: [4] },
    { sql: 'select rowid from structure_recherche where rowid + 1 > ?', args: [4] },
  ];
  expect(await walks(walking)).toHaveLength(3);
});

test('the total of every search is that of its export', async () => {
  for (const query of ['type=dac', 'departement=10', 'commune=10387', 'q=msp+saint+martin', 'bbox=4,48,4.5,48.5']) {
    const needs = { database, communes, now };
    const { page, taille, ...kept } = criteria(query);
    let exported = 0;
    for await (const structures of (await exportStructures(needs, kept)).chunks()) exported += structures.length;
    expect([query, exported]).toEqual([query, (await searchStructures(needs, { ...kept, page, taille })).total]);
    expect(exported).toBeGreaterThan(10);
  }
});

test('past 50,000 addresses the sitemap is the index of its parts, which hold each record once', async () => {
  const needs = { database };
  const site = 'https://coordonnees.example';
  const addressesOf = (xml: string | null) =>
    [...(xml ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  const index = await sitemap(needs, site, ['/dac']);
  expect(index).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
  expect(addressesOf(index)).toEqual([1, 2, 3, 4, 5].map((part) => `${site}/sitemap.xml?partie=${part}`));
  const { total } = await searchStructures({ database, communes, now }, criteria(''));
  const addresses: (string | undefined)[] = [];
  for (const part of [1, 2, 3, 4, 5]) {
    const own = addressesOf(await sitemapPart(needs, site, ['/dac'], part));
    expect(own.length).toBeLessThanOrEqual(50_000);
    addresses.push(...own);
  }
  expect(addresses).toHaveLength(1 + 1 + 8 + total);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(await sitemapPart(needs, site, ['/dac'], 6)).toBeNull();
});
