import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { openDatabase } from '#server/db/client.ts';
import { readDirectory } from '#server/directory/read-directory.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { seedDirectory } from '#server/directory/seed-directory.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { communes, criteria, openingDay, openTestDatabase, type TestDatabase } from './open-directory.ts';

const { records } = readDirectory('.');
const [aube] = records.filter(({ id }) => id === 'dac-aube') as [StructureRecord];
const dac = records.filter(({ type }) => type === 'dac');
const now = () => openingDay;

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

const total = async (query: string) => (await searchStructures({ database, communes, now }, criteria(query))).total;
const rowsOf = async (table: string) =>
  Number((await database.client.execute(`select count(*) as n from ${table}`)).rows[0]?.n);

test('the first start loads 474 records, 333 of them on the map, and the second start writes nothing', async () => {
  expect(await seedDirectory(database, records, communes)).toBe(true);
  expect([await rowsOf('structure'), await rowsOf('structure_position')]).toEqual([474, 333]);
  expect(await seedDirectory(database, records, communes)).toBe(false);
  expect(await rowsOf('structure')).toBe(474);
});

test('a corrected name replaces the one before, in the record, in the search and in the totals', async () => {
  await seedDirectory(database, records, communes);
  const corrected = records.map((record) => (record === aube ? { ...aube, nom: 'DAC Tricasse' } : record));
  expect(await seedDirectory(database, corrected, communes)).toBe(true);
  expect(await total('q=tricasse')).toBe(1);
  expect(await total('q=appui+aube')).toBe(0);
  expect(await total('type=dac')).toBe(43);
});

test('a record that leaves the files leaves the database, its words, its point and its count', async () => {
  await seedDirectory(database, records, communes);
  await seedDirectory(
    database,
    dac.filter((record) => record !== aube),
    communes,
  );
  expect(await total('')).toBe(42);
  expect(await total('type=msp')).toBe(0);
  expect(await total('q=aube')).toBe(0);
  expect(await total('bbox=4.08,48.29,4.09,48.3')).toBe(0);
  expect(await total('departement=10')).toBe(0);
});

test('no record at all is a directory too', async () => {
  await seedDirectory(database, records, communes);
  await seedDirectory(database, [], communes);
  expect(await total('')).toBe(0);
  expect(await total('q=dac')).toBe(0);
});

test('a load that fails half-way leaves the directory of before, whole', async () => {
  await seedDirectory(database, dac, communes);
  const twice = [...records, aube];
  await expect(seedDirectory(database, twice, communes)).rejects.toThrow();
  expect(await total('')).toBe(43);
  expect(await total('q=aube')).toBe(1);
  expect(await total('bbox=-180,-90,180,90')).toBe(dac.filter(({ position }) => position).length);
});

test('eight loads at once, of the same records, write once', async () => {
  const written = await Promise.all(Array.from({ length: 8 }, () => seedDirectory(database, records, communes)));
  expect(written.filter(Boolean)).toHaveLength(1);
  expect(await rowsOf('structure')).toBe(474);
});

test('two programs that start together on one file end with one whole directory', async () => {
  const other = await openDatabase(`file:${database.file}`);
  const written = await Promise.all([
    seedDirectory(database, records, communes),
    seedDirectory(other, records, communes),
  ]);
  await other.close();
  expect(written.filter(Boolean)).toHaveLength(1);
  expect([await rowsOf('structure'), await total('type=dac')]).toEqual([474, 43]);
});

test('readers meet the directory of before or of after, never a part', async () => {
  await seedDirectory(database, dac, communes);
  const seeding = seedDirectory(database, records, communes);
  const seen = new Set<number>();
  for (let reading = 0; reading < 20; reading++) seen.add(await total('type=dac,msp'));
  await seeding;
  seen.add(await total('type=dac,msp'));
  expect([...seen].filter((count) => count !== 43 && count !== 217)).toEqual([]);
});

test('a record is found by its id, a withdrawn one says what replaces it, any other is unknown', async () => {
  await seedDirectory(database, records, communes);
  const withdrawn = new Map([
    [
      'dac-ancien',
      {
        id: 'dac-ancien',
        nom: 'DAC ancien',
        retireeLe: '2026-11-22',
        raison: 'Réuni avec le DAC de l’Aube, selon un exemple écrit pour ce test.',
        remplaceePar: 'dac-aube',
      },
    ],
  ]);
  const byId = (id: string) => structureById({ database, directory: { withdrawn }, now }, id);
  expect(await byId('dac-aube')).toMatchObject({ kind: 'found', structure: { telephoneAffiche: '03 25 40 80 83' } });
  expect(await byId('dac-ancien')).toMatchObject({ kind: 'withdrawn', remplaceePar: 'dac-aube' });
  for (const id of ['', 'DAC-AUBE', "dac-aube' or '1'='1", '%', '__proto__']) {
    expect(await byId(id)).toEqual({ kind: 'unknown' });
  }
});
