import { afterAll, beforeAll, expect, test } from 'vitest';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { loadLayers } from '#server/directory/load-layers.ts';
import { readDirectory } from '#server/directory/read-directory.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { communes, criteria, openingDay, openTestDatabase, type TestDatabase } from '../open-directory.ts';

/** The repository's own files and editions, as a first start loads them. */
const { records, withdrawn } = readDirectory('.');
const now = () => openingDay;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadLayers({ database, communes }, '.');
});
afterAll(() => database.drop());

const search = (query: string) => searchStructures({ database, communes, now }, criteria(query));

test('more than 5,800 structures are loaded, and the database gives each as the files make it, in the same order', async () => {
  expect(records.length).toBeGreaterThan(5800);
  const exported = [];
  for await (const chunk of (await exportStructures({ database, communes, now }, {})).chunks()) exported.push(...chunk);
  expect(exported).toEqual(records.map((record) => structureOf(record, openingDay)));
});

test('the totals by type are those of the files', async () => {
  for (const type of ['dac', 'cpts', 'msp', 'cds', 'clic', 'repit', 'mdph', 'ars'])
    expect([type, (await search(`type=${type}`)).total]).toEqual([
      type,
      records.filter((record) => record.type === type).length,
    ]);
});

test('a health centre of the list of 2021 says its number, its street, its source and that it is old', async () => {
  expect(await structureById({ database, now }, 'cds-010010767')).toMatchObject({
    kind: 'found',
    structure: {
      nom: 'Centre de santé mutuelle Oyonnaxienne',
      telephoneAffiche: '04 74 77 84 19',
      adresse: { voie: '60 rue Jules Michelet', codePostal: '01100', commune: 'Oyonnax' },
      fraicheur: 'ancienne',
      sources: [{ champ: 'tout', date: '8 janvier 2021' }],
    },
  });
});

test('a house of Occitanie is of 2026, its number of 2021 under its own source, and so it is to be checked', async () => {
  expect(await structureById({ database, now }, 'msp-340021955')).toMatchObject({
    kind: 'found',
    structure: {
      telephoneAffiche: '04 67 35 00 47',
      fraicheur: 'a-verifier',
      sources: [
        { champ: 'tout', date: '2026' },
        { champ: 'telephone', date: '8 janvier 2021' },
      ],
    },
  });
});

test('a centre of Occitanie that FINESS no longer holds is withdrawn, with the reason', async () => {
  expect(withdrawn.length).toBeGreaterThan(30);
  expect(await structureById({ database, now }, 'cds-090781741')).toEqual({
    kind: 'withdrawn',
    nom: 'Centre de soins infirmiers de Foix',
    raison: 'Cette structure n’est plus dans FINESS en Occitanie au début de 2026.',
    remplaceePar: null,
  });
});

test.each([
  ['maison de santé louhans', 'msp-710014465'],
  ['msp louhans', 'msp-710014465'],
  ['maison départementale des personnes handicapées ain', 'mdph-01053-01'],
  ['plateforme de répit bordeaux', 'repit-33063-01'],
  ['clic atout age', 'clic-440050581'],
  ['dispositif d’appui ariège', 'dac-090004888'],
])('« %s » finds it, as people call it', async (typed, id) => {
  const { structures } = await search(`q=${encodeURIComponent(typed)}`);
  expect(structures.map((structure) => structure.id)).toContain(id);
});

test('a second start has nothing to do', async () => {
  expect(await loadLayers({ database, communes }, '.')).toBe(false);
});
