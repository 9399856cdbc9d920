import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#server/db/client.ts';
import { searchPages } from '#server/search/search-pages.ts';
import { seedSearch } from '#server/search/seed-search.ts';

const folder = mkdtempSync(join(tmpdir(), 'recherche-'));
const file = join(folder, 'search.json');
let database: Database;

const page = (
  adresse: string,
  titre: string,
  texte: string,
  ancre: string | null = null,
  rubrique: string | null = null,
) => ({
  adresse,
  titre,
  sections: [
    { ancre: null, titre: null, texte: 'Ce que dit cette page.' },
    { ancre, titre: rubrique, texte },
  ],
});

const pages = [
  page('/msp', 'Maison de santé pluriprofessionnelle', 'Des libéraux réunis par un projet.', 'argent', 'Financement'),
  page('/clap', 'ESP CLAP', `Les équipes touchent une indemnité. ${'indemnité '.repeat(30)}`, 'montants', 'Montants'),
  page('/simulateur', 'Simuler les indemnités', 'Une année de réunions.'),
  page(
    '/asalee',
    'ASALEE',
    'Un généraliste travaille avec une infirmière. Les infirmiers sont salariés.',
    'qui',
    'Qui fait quoi',
  ),
  page('/dac', 'Trouver mon DAC', 'L’équipe répond <b>au téléphone</b> & aide les proches.'),
];

beforeAll(async () => {
  writeFileSync(file, JSON.stringify({ pages }));
  database = await openDatabase(`file:${join(folder, 'test.db')}`);
  await seedSearch(database, file);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const addresses = async (query: string) => (await searchPages(database, query, 10)).pages.map(({ adresse }) => adresse);

test('accents, capitals and plurals do not matter: equipe, équipe, ÉQUIPES find the same two pages', async () => {
  for (const query of ['equipe', 'équipe', 'ÉQUIPES', 'l’équipe', "l'equipe"]) {
    expect((await addresses(query)).sort()).toEqual(['/clap', '/dac']);
  }
});

test('infirmière, infirmiers and infirmieres find the page on ASALEE', async () => {
  for (const query of ['infirmière', 'infirmiers', 'infirmieres', 'infirmier']) {
    expect(await addresses(query)).toEqual(['/asalee']);
  }
});

test('a page whose title holds the word comes before one whose text repeats it 31 times', async () => {
  expect(await addresses('indemnité')).toEqual(['/simulateur', '/clap']);
});

test('a page whose title holds one of two words is an answer, beside the page that holds both', async () => {
  expect(await addresses('indemnité équipe')).toEqual(['/simulateur', '/clap']);
});

test('the excerpt shows the passage that was found, marks each form of the word, and names its heading', async () => {
  const { accord, pages: found } = await searchPages(database, 'infirmier', 10);
  expect(accord).toBe('tous');
  expect(found[0]?.extrait).toEqual({
    section: { ancre: 'qui', titre: 'Qui fait quoi' },
    pieces: [
      { text: 'Un généraliste travaille avec une ', found: false },
      { text: 'infirmière', found: true },
      { text: '. Les ', found: false },
      { text: 'infirmiers', found: true },
      { text: ' sont salariés.', found: false },
    ],
  });
});

test('the words of the title are marked too', async () => {
  const { pages: found } = await searchPages(database, 'maisons', 10);
  expect(found[0]?.titre).toEqual([
    { text: 'Maison', found: true },
    { text: ' de santé pluriprofessionnelle', found: false },
  ]);
});

test('the beginning of a word is enough when no page holds it whole', async () => {
  expect(await searchPages(database, 'plurip', 10)).toMatchObject({ accord: 'debuts', pages: [{ adresse: '/msp' }] });
});

test('when no page holds all the words, pages that hold some of them are given as such', async () => {
  const { accord, pages: found } = await searchPages(database, 'maison téléphone', 10);
  expect(accord).toBe('partie');
  expect(found.map(({ adresse }) => adresse).sort()).toEqual(['/dac', '/msp']);
});

test('nothing found is an empty list, and so is a query of empty words', async () => {
  expect(await addresses('zygomatique')).toEqual([]);
  expect(await addresses('qui est-ce que')).toEqual([]);
});

test('markup in a page stays text', async () => {
  const { pages: found } = await searchPages(database, 'téléphone', 10);
  expect(found[0]?.extrait.pieces.map(({ text }) => text).join('')).toBe(
    'L’équipe répond <b>au téléphone</b> & aide les proches.',
  );
});

test('the grammar of FTS5 has no hold: operators, quotes, columns and stars are only words', async () => {
  expect(await addresses('équipe" OR titre:maison*')).toContain('/dac');
  for (const query of [
    '"',
    '""',
    '*',
    'AND',
    'NOT équipe',
    'NEAR(a b)',
    '(équipe',
    'titre : x',
    '{texte}',
    'a^2',
    '-équipe',
    "'; drop table meta; --",
    '\u0000',
    '\ud800',
  ]) {
    await expect(searchPages(database, query, 10)).resolves.toBeDefined();
  }
});

test('any text at all can be searched: 500 random ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (query) => {
      expect((await searchPages(database, query, 10)).pages.length).toBeLessThanOrEqual(10);
    }),
    { numRuns: 500 },
  );
});

test('the pages are loaded once, and again when the build changed', async () => {
  expect(await seedSearch(database, file)).toBe(false);
  writeFileSync(file, JSON.stringify({ pages: [...pages, page('/neuf', 'Page neuve', 'Des ostéopathes.')] }));
  expect(await seedSearch(database, file)).toBe(true);
  expect(await addresses('ostéopathe')).toEqual(['/neuf']);
  expect(await addresses('maison')).toEqual(['/msp']);
});

test('without a build there is nothing to load, and no error', async () => {
  expect(await seedSearch(database, join(folder, 'absent.json'))).toBe(false);
});
