import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DirectoryImport } from '#domain/directory/import.schema.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { openDatabase } from '#server/db/client.ts';
import { loadLayers } from '#server/directory/load-layers.ts';
import { readRevision } from '#server/directory/revision.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { structureById } from '#server/directory/structure-store.ts';
import {
  communes,
  criteria,
  type DirectoryRoot,
  directoryRoot,
  openingDay,
  openTestDatabase,
  type TestDatabase,
} from '../open-directory.ts';

const now = () => openingDay;
const ownDac = (): StructureRecord[] => JSON.parse(readFileSync('data/directory/dac.json', 'utf8'));

let database: TestDatabase;
let files: DirectoryRoot;
beforeEach(async () => {
  database = await openTestDatabase();
  files = directoryRoot();
});
afterEach(async () => {
  files.drop();
  await database.drop();
});

const load = () => loadLayers({ database, communes }, files.root);
const total = async (query: string) => (await searchStructures({ database, communes, now }, criteria(query))).total;
const byId = (id: string) => structureById({ database, now }, id);
const rowsOf = async (table: string) =>
  Number((await database.client.execute(`select count(*) as n from ${table}`)).rows[0]?.n);

const finess: DirectoryImport = {
  origine: 'finess-2021-01',
  rang: 10,
  source: { titre: 'FINESS', url: 'https://finess.exemple.fr', date: '8 janvier 2021', licence: 'Licence Ouverte' },
  verifieLe: '2026-11-27',
  fiches: [
    {
      id: 'msp-710012345',
      type: 'msp',
      champs: { nom: 'MSP de Louhans', telephone: '+33385750000', statut: 'en-fonctionnement', confiance: 'moyenne' },
      ecrit: { nom: 'MSP DE LOUHANS' },
    },
    {
      id: 'msp-bar-sur-aube',
      type: 'msp',
      champs: { nom: 'MSP de Bar', telephone: '+33325270000', statut: 'en-fonctionnement', confiance: 'moyenne' },
      ecrit: { nom: 'MSP DE BAR' },
    },
  ],
  retirees: [],
};

test('the first start loads 474 records, 332 of them on the map, and the second start writes nothing', async () => {
  expect(await load()).toBe(true);
  expect([await rowsOf('structure'), await rowsOf('structure_position')]).toEqual([474, 332]);
  const { content } = await readRevision(database.client);
  expect(await load()).toBe(false);
  expect((await readRevision(database.client)).content).toBe(content);
  expect(await rowsOf('structure')).toBe(474);
});

test('a corrected name replaces the one before, in the record, in the search and in the totals', async () => {
  await load();
  files.write(
    'directory/dac.json',
    ownDac().map((record) => (record.id === 'dac-aube' ? { ...record, nom: 'DAC Tricasse' } : record)),
  );
  expect(await load()).toBe(true);
  expect(await total('q=tricasse')).toBe(1);
  expect(await total('q=appui+aube')).toBe(0);
  expect(await total('type=dac')).toBe(43);
});

test('only what differs is written: the other records keep their numbers, and the directory its numbering', async () => {
  await load();
  const numbers = async () =>
    (await database.client.execute("select id, numero from structure where id <> 'dac-aube' order by id")).rows.map(
      ({ id, numero }) => [id, numero],
    );
  const before = { numbers: await numbers(), revision: await readRevision(database.client) };
  files.write(
    'directory/dac.json',
    ownDac().map((record) => (record.id === 'dac-aube' ? { ...record, nom: 'Zèle de l’Aube' } : record)),
  );
  await load();
  const after = { numbers: await numbers(), revision: await readRevision(database.client) };
  expect(after.numbers).toEqual(before.numbers);
  expect(after.revision.numbering).toBe(before.revision.numbering);
  expect(after.revision.content).not.toBe(before.revision.content);
});

test('records that leave the files leave the database: their words, their points and their counts', async () => {
  await load();
  for (const name of ['msp', 'cpts', 'cds', 'clic', 'ars', 'association', 'esp-clap', 'ess', 'federation', 'urps'])
    files.write(`directory/${name}.json`, []);
  files.write(
    'directory/dac.json',
    ownDac().filter(({ id }) => id !== 'dac-aube'),
  );
  await load();
  expect(await total('')).toBe(42);
  expect(await total('type=msp')).toBe(0);
  expect(await total('q=aube')).toBe(0);
  expect(await total('bbox=4.08,48.29,4.09,48.3')).toBe(0);
  expect(await total('departement=10')).toBe(0);
  files.write('directory/dac.json', []);
  await load();
  expect(await total('')).toBe(0);
  expect(await total('q=dac')).toBe(0);
});

test('an edition adds records and completes ours, each field with its source, and goes with its file', async () => {
  files.write('imports/finess-2021-01.json', finess);
  await load();
  expect(await total('')).toBe(475);
  expect(await byId('msp-710012345')).toMatchObject({
    kind: 'found',
    structure: {
      nom: 'MSP de Louhans',
      telephoneAffiche: '03 85 75 00 00',
      fraicheur: 'ancienne',
      sources: [{ champ: 'tout', titre: 'FINESS', url: 'https://finess.exemple.fr', date: '8 janvier 2021' }],
    },
  });
  const bar = await byId('msp-bar-sur-aube');
  expect(bar).toMatchObject({ kind: 'found', structure: { telephone: '+33325270000' } });
  expect(bar.kind === 'found' && bar.structure.sources.at(-1)).toMatchObject({ champ: 'statut', titre: 'FINESS' });

  files.remove('imports/finess-2021-01.json');
  await load();
  expect(await total('')).toBe(474);
  expect((await byId('msp-710012345')).kind).toBe('unknown');
  expect(await byId('msp-bar-sur-aube')).toMatchObject({ structure: { telephone: null } });
});

test('a record that a newer edition proves to be gone is withdrawn, and leads to what stands in its place today', async () => {
  const gone = (id: string, remplaceePar: string | null) => ({
    id,
    nom: 'MSP de Louhans',
    raison: 'La liste de janvier 2026 ne la donne plus.',
    remplaceePar,
  });
  files.write('imports/finess-2021-01.json', finess);
  files.write('imports/finess-2026-01.json', {
    ...finess,
    origine: 'finess-2026-01',
    rang: 20,
    fiches: [],
    retirees: [
      gone('msp-710012345', 'msp-710099999'),
      gone('msp-710099999', 'msp-bar-sur-aube'),
      gone('msp-710088888', null),
    ],
  });
  await load();
  expect(await byId('msp-710012345')).toEqual({
    kind: 'withdrawn',
    nom: 'MSP de Louhans',
    raison: 'La liste de janvier 2026 ne la donne plus.',
    remplaceePar: 'msp-bar-sur-aube',
  });
  expect(await byId('msp-710088888')).toMatchObject({ kind: 'withdrawn', remplaceePar: null });
  expect(await total('q=louhans')).toBe(0);
  files.remove('imports/finess-2026-01.json');
  await load();
  expect((await byId('msp-710012345')).kind).toBe('found');
});

test('two records that withdraw for each other lead nowhere, and do not turn for ever', async () => {
  const turn = (id: string, remplaceePar: string) => ({
    id,
    nom: 'DAC ancien',
    retireeLe: '2026-11-22',
    raison: 'Réuni avec un autre, selon un exemple écrit pour ce test.',
    remplaceePar,
  });
  files.write('directory/retirees.json', [turn('dac-un', 'dac-deux'), turn('dac-deux', 'dac-un')]);
  await load();
  expect(await byId('dac-un')).toMatchObject({ kind: 'withdrawn', remplaceePar: null });
});

test('an id that nothing knows is unknown, whatever is written', async () => {
  await load();
  expect(await byId('dac-aube')).toMatchObject({ kind: 'found', structure: { telephoneAffiche: '03 25 40 80 83' } });
  for (const id of ['', 'DAC-AUBE', "dac-aube' or '1'='1", '%', '__proto__']) {
    expect(await byId(id)).toEqual({ kind: 'unknown' });
  }
});

test('a file that is not as it should be leaves the directory of before, whole', async () => {
  await load();
  files.write('directory/dac.json', []);
  files.write('imports/finess-2021-01.json', { ...finess, fiches: [{ ...finess.fiches[0], type: 'hopital' }] });
  await expect(load()).rejects.toThrow(/finess-2021-01\.json/);
  expect([await total(''), await total('q=aube'), await total('type=dac')]).toEqual([474, 3, 43]);
});

test('a load that fails while it writes leaves the directory of before, whole', async () => {
  await load();
  files.write('directory/dac.json', []);
  const broken: typeof database = {
    ...database,
    write: (work) =>
      database.write(async (tx) => {
        await work(tx);
        throw new Error('plus de place sur le disque');
      }),
  };
  await expect(loadLayers({ database: broken, communes }, files.root)).rejects.toThrow('plus de place');
  expect([await total(''), await total('type=dac')]).toEqual([474, 43]);
  expect(await load()).toBe(true);
  expect(await total('type=dac')).toBe(0);
});

test('eight loads at once, of the same records, write once', async () => {
  const written = await Promise.all(Array.from({ length: 8 }, load));
  expect(written.filter(Boolean)).toHaveLength(1);
  expect(await rowsOf('structure')).toBe(474);
});

test('two programs that start together on one file end with one whole directory', async () => {
  const other = await openDatabase(`file:${database.file}`);
  const written = await Promise.all([load(), loadLayers({ database: other, communes }, files.root)]);
  await other.close();
  expect(written.filter(Boolean)).toHaveLength(1);
  expect([await rowsOf('structure'), await total('type=dac')]).toEqual([474, 43]);
});

test('readers meet the directory of before or of after, never a part', async () => {
  files.write('directory/msp.json', []);
  await load();
  files.write('directory/msp.json', JSON.parse(readFileSync('data/directory/msp.json', 'utf8')));
  const loading = load();
  const seen = new Set<number>();
  for (let reading = 0; reading < 20; reading++) seen.add(await total('type=dac,msp'));
  await loading;
  seen.add(await total('type=dac,msp'));
  expect([...seen].filter((count) => count !== 43 && count !== 217)).toEqual([]);
});
