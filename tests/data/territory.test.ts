import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { centresOf } from '../../scripts/territory/centres.ts';
import { packages } from '../../scripts/territory/packages.ts';
import { sourcesNote } from '../../scripts/territory/sources-note.ts';
import { currentCommunes, territoryTables } from '../../scripts/territory/tables.ts';
import { searchCommunes } from '../../src/domain/territory/commune-index.ts';
import { type CommuneIndex, communeAt, departementCodeOf } from '../../src/domain/territory/places.ts';
import { type TerritoryTables, territoryTablesSchema } from '../../src/domain/territory/territory-tables.schema.ts';
import { readBorderNetwork } from '../../src/server/territory/read-border-network.ts';
import { readTerritory } from '../../src/server/territory/read-territory.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(`data/territory/${file}.json`, 'utf8'));
const tables: TerritoryTables = territoryTablesSchema.parse({
  communes: read('communes'),
  departements: read('departements'),
  regions: read('regions'),
  epci: read('epci'),
});
const { communes, arrondissements, rattachees } = tables.communes;
const index: CommuneIndex = readTerritory('.');

describe('counts of the 2026 vintage', () => {
  test('34,969 communes, 45 arrondissements, 109 departments and collectivities, 26 regions, 1,255 EPCI', () => {
    expect(
      [communes, arrondissements, tables.departements, tables.regions, tables.epci].map(({ length }) => length),
    ).toEqual([34_969, 45, 109, 26, 1255]);
  });

  test('2,031 delegated and 471 associated communes besides those that bear the name of the commune of today', () => {
    const ofNature = (nature: string) => rattachees.filter((row) => row[2] === nature).length;
    expect([ofNature('deleguee'), ofNature('associee')]).toEqual([2031, 471]);
  });

  test('20 arrondissements in Paris, 9 in Lyon, 16 in Marseille', () => {
    const of = (commune: string) => arrondissements.filter((row) => row[4] === commune).length;
    expect([of('75056'), of('69123'), of('13055')]).toEqual([20, 9, 16]);
  });

  test('6,310 postcodes; five communes have none', () => {
    expect(index.byPostcode.size).toBe(6310);
    expect(communes.filter((row) => row[2] === '').map(([code]) => code)).toEqual([
      '98411',
      '98412',
      '98413',
      '98414',
      '98415',
    ]);
  });

  test('94 communes have no centre, all in overseas collectivities', () => {
    const without = communes.filter((row) => row[5] === null);
    expect(without).toHaveLength(94);
    expect(without.filter(([code]) => !/^9(?:75|77|78|84|86|87|88|89)/.test(code))).toEqual([]);
  });

  test('98 communes are in no EPCI: four islands and the overseas collectivities', () => {
    const without = communes.filter((row) => row[4] === null).map(([code]) => code);
    expect(without).toHaveLength(98);
    expect(without.slice(0, 5)).toEqual(['22016', '29083', '29155', '85113', '97501']);
  });
});

test('the files are what the script makes of the packages: none was edited by hand', () => {
  const centres = centresOf(currentCommunes(packages.communes), packages.centres);
  const made = territoryTables(packages, centres);
  expect(JSON.stringify(made) === JSON.stringify(tables)).toBe(true);
  expect(readFileSync('data/territory/SOURCES.md', 'utf8')).toBe(sourcesNote(tables, centres, packages.versions));
});

describe('codes hold together', () => {
  test('codes are unique and in order, so that a department is one run of rows', () => {
    for (const rows of [communes, arrondissements]) {
      const codes = rows.map(([code]) => code);
      expect(codes).toEqual([...new Set(codes)].sort());
    }
  });

  test('every commune has a known department, region and EPCI', () => {
    const known = new Set(tables.epci.map(({ code }) => code));
    expect(communes.filter((row) => row[4] !== null && !known.has(row[4]))).toEqual([]);
    for (let number = 0; number < communes.length; number++) {
      const { departement, region } = communeAt(index, number);
      if (departement.nom === '' || region.nom === '') throw new Error(`${communes[number]![0]} has no department`);
    }
  });

  test('every EPCI has a member', () => {
    expect(tables.epci.filter(({ code }) => !index.byEpci.has(code))).toEqual([]);
  });

  test('every other code leads to a commune of today', () => {
    const lost = [...arrondissements.map((row) => row[4]), ...rattachees.map((row) => row[3])];
    expect(lost.filter((code) => !index.numberOf.has(code))).toEqual([]);
  });

  test('every department is in a known region, and region slugs are unique', () => {
    const regions = new Set(tables.regions.map(({ code }) => code));
    expect(tables.departements.filter(({ region }) => !regions.has(region))).toEqual([]);
    expect(new Set(tables.regions.map(({ slug }) => slug)).size).toBe(26);
  });

  test('every centre of metropolitan France lies between Ouessant, Corsica and the Belgian border', () => {
    const metropole = communes.filter(([code]) => !code.startsWith('97') && !code.startsWith('98'));
    const outside = metropole.filter(
      ([, , , , , lon, lat]) => lon === null || lat === null || lon < -5.2 || lon > 9.6 || lat < 41.3 || lat > 51.1,
    );
    expect(outside).toEqual([]);
  });
});

test('every department has an outline, and every EPCI; collectivities without centres have none', () => {
  const network = readBorderNetwork('.', index);
  const isDrawn = (numbers: readonly number[]) => numbers.some((number) => network.isDrawn[number] === 1);
  const ofDepartement = (code: string) =>
    communes.flatMap((row, number) => (departementCodeOf(row[0]) === code ? [number] : []));
  const bare = tables.departements.filter(({ code }) => !isDrawn(ofDepartement(code))).map(({ code }) => code);
  expect(bare).toEqual(['975', '977', '978', '984', '986', '987', '988', '989']);
  expect(tables.epci.filter(({ code }) => !isDrawn(index.byEpci.get(code) ?? []))).toEqual([]);
});

/** A name as people type it in a hurry: small letters without accents, one blank between words. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z]+/g, ' ');

test('every commune whose name is its own, accents aside, is found first by that name', () => {
  const bearers = new Map<string, number>();
  for (const [, nom] of communes) bearers.set(plain(nom), (bearers.get(plain(nom)) ?? 0) + 1);
  const alone = communes.filter(([, nom]) => bearers.get(plain(nom)) === 1);
  expect(alone.length).toBeGreaterThan(30_000);
  const missed = alone.filter(([code, nom]) => searchCommunes(index, plain(nom), 3)[0]?.code !== code);
  expect(missed.map(([code, nom]) => `${code} ${nom}`)).toEqual([]);
});

test('every commune is found by its name, however many bear it', () => {
  const missed = communes.filter(([code, nom]) => !searchCommunes(index, nom, 20).some((found) => found.code === code));
  expect(missed.map(([code, nom]) => `${code} ${nom}`)).toEqual([]);
});
