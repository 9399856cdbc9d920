import type { Client, InStatement } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportStructures } from '#server/directory/export-structures.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { seedDirectory } from '#server/directory/seed-directory.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { generatedDirectory } from './generated-directory.ts';
import { communes, criteria, openingDay, openTestDatabase, type TestDatabase } from './open-directory.ts';

/** The gate of the directory: over 100,000 records, no query that a reader may cause walks through the table. */
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedDirectory(database, generatedDirectory(communes, 100_000), communes);
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
  for (const statement of statements) {
    const { sql, args } = statement as { sql: string; args: [] };
    const { rows } = await database.client.execute({ sql: `explain query plan ${sql}`, args });
    const steps = rows.map(({ detail }) => String(detail)).filter((step) => step.startsWith('SCAN'));
    found.push(...steps.filter((step) => !allowed.test(step)).map((step) => `${step} ← ${sql}`));
  }
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

test('a record by its id is led by an index', async () => {
  const { client, statements } = listening();
  await structureById({ database: { client }, directory: { withdrawn: new Map() }, now }, 'msp-2');
  expect(await walks(statements)).toEqual([]);
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
