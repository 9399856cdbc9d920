import { afterAll, beforeAll, expect, test } from 'vitest';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import { type Directory, openDirectory } from '#server/directory/directory.ts';
import { searchStructures, structureTypesPresent } from '#server/directory/search-structures.ts';
import {
  communes,
  criteria,
  directoryRoot,
  openingDay,
  openTestDatabase,
  type TestDatabase,
} from './open-directory.ts';

let database: TestDatabase;
let directory: Directory;

/** Our own records alone, counted by hand: what the editions of lists add is counted in `real-directory.test.ts`. */
const own = directoryRoot();
beforeAll(async () => {
  database = await openTestDatabase();
  directory = await openDirectory({ database, communes }, own.root);
});
afterAll(async () => {
  own.drop();
  await database.drop();
});

const search = (query: string) => searchStructures({ database, communes, now: () => openingDay }, criteria(query));
const idsOf = async (query: string) => (await search(query)).structures.map(({ id }) => id);

test('without a filter, the 474 records come fifty at a time, DAC first', async () => {
  const { total, page, taille, structures } = await search('');
  expect({ total, page, taille, shown: structures.length }).toEqual({ total: 474, page: 1, taille: 50, shown: 50 });
  expect(structures.slice(0, 43).every(({ type }) => type === 'dac')).toBe(true);
  expect(structures[43]?.type).toBe('cpts');
});

test('the ten pages of the directory hold each record once, and the eleventh is empty with the right total', async () => {
  const pages = await Promise.all(Array.from({ length: 10 }, (_, index) => idsOf(`page=${index + 1}`)));
  expect(new Set(pages.flat()).size).toBe(474);
  expect(pages[9]).toHaveLength(24);
  expect(await search('page=11')).toMatchObject({ total: 474, page: 11, structures: [] });
  expect(await search('page=100000&type=dac')).toMatchObject({ total: 43, structures: [] });
});

test('names follow the French alphabet: accents do not matter, numbers count as numbers', async () => {
  const names = (await search('type=dac&taille=200')).structures.map(({ nom }) => nom);
  const at = (name: string) => names.indexOf(name);
  expect(at('DAC 13 Sud')).toBeLessThan(at('DAC 91 Nord'));
  expect(at('Appui Santé Aube')).toBeLessThan(at('DAC 13 Sud'));
});

test.each([
  ['type=esp-clap,ess', 7],
  ['type=clic', 4],
  ['type=asalee', 0],
  ['region=grand-est&type=dac', 9],
  ['region=44&type=dac', 9],
  ['region=93&type=dac', 9],
])('%s finds %i', async (query, total) => {
  const found = await search(query);
  expect(found.total).toBe(total);
  expect(found.structures).toHaveLength(total);
});

test('a department lists the structures that sit there, cover it, or act in a part of it', async () => {
  expect(await idsOf('departement=10')).toEqual([
    'dac-aube',
    'cpts-sud-est-aubois',
    'msp-bar-sur-aube',
    'msp-bar-sur-seine',
    'federation-codage',
    'federation-femage',
    'urps-infirmiers-grand-est',
    'ars-grand-est',
  ]);
  expect(await idsOf('departement=2a')).toEqual(['msp-cargese', 'ars-corse']);
  expect(await idsOf('departement=974')).toEqual(['dac-la-reunion', 'ars-la-reunion']);
});

test('the DAC of Haute-Marne, without address nor contact, is listed in its department', async () => {
  expect(await idsOf('departement=52&type=dac')).toEqual(['dac-haute-marne']);
});

test('a commune lists what sits there or covers it, through its department and its EPCI, and no neighbour', async () => {
  const troyes = await idsOf('commune=10387');
  expect(troyes).toContain('dac-aube');
  expect(troyes).toContain('ars-grand-est');
  expect(troyes).not.toContain('msp-bar-sur-seine');
  expect(troyes).not.toContain('cpts-sud-est-aubois');
  expect(await idsOf('commune=10034&type=msp')).toEqual(['msp-bar-sur-seine']);
});

test('Saint-Dié-des-Vosges is covered by the CPTS whose territory is its EPCI', async () => {
  expect(await idsOf('commune=88413&type=cpts')).toContain('cpts-vallee-de-la-meurthe');
  expect(await idsOf('epci=200071066&type=cpts')).toContain('cpts-vallee-de-la-meurthe');
});

test('the EPCI of Troyes lists the DAC that covers all of Aube', async () => {
  expect(await idsOf('epci=200069250&type=dac')).toEqual(['dac-aube']);
});

test('the 13th arrondissement of Paris lists its two health centres, Paris lists the eight of its arrondissements', async () => {
  expect(await idsOf('commune=75113&type=cds')).toEqual(['cds-edison-paris', 'cds-centre-medical-des-peupliers-paris']);
  expect((await search('commune=75056&type=cds')).total).toBeGreaterThanOrEqual(8);
});

test('filters are joined: a type in a department, a type in a region and a department', async () => {
  expect(await idsOf('departement=10&type=msp,cpts')).toEqual([
    'cpts-sud-est-aubois',
    'msp-bar-sur-aube',
    'msp-bar-sur-seine',
  ]);
  expect(await idsOf('departement=10&region=44&type=dac')).toEqual(['dac-aube']);
  expect(await search('departement=10&region=93')).toMatchObject({ total: 0, structures: [] });
});

test.each([
  ['q=msp+st+martin', 'msp-saint-martin-sur-le-pre'],
  ['q=MSP+Saint-Martin', 'msp-saint-martin-sur-le-pre'],
  ['q=eloyes', 'msp-eloyes'],
  ['q=d’Éloyes', 'msp-eloyes'],
  ['q=medoc', 'cpts-medoc-sud'],
  ['q=leonard+de+vin', 'msp-leonard-de-vinci-gauchin-verloingt'],
  ['q=appui+aube', 'dac-aube'],
  ['q=cap+sicie', 'clic-cap-sicie'],
])('%s finds %s first', async (query, id) => {
  expect((await idsOf(query))[0]).toBe(id);
});

test('a whole word of the name comes before its beginning, and before the commune of the seat', async () => {
  const { total, structures } = await search('q=dac&taille=200');
  const rank = (id: string) => structures.findIndex((structure) => structure.id === id);
  expect(structures).toHaveLength(total);
  expect(rank('dac-13-sud')).toBeLessThan(rank('dac-aube'));
  expect(await idsOf('q=troyes')).toEqual(['dac-aube']);
});

test('pages of a ranked text follow each other without a repeat', async () => {
  const whole = await idsOf('q=dac&taille=200');
  const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((page) => idsOf(`q=dac&taille=7&page=${page}`)));
  expect(pages.flat()).toEqual(whole.slice(0, 56));
});

test.each([
  'q=!!',
  'q="dac" OR',
  "q=x') or 1=1 --",
  'q={nom}: dac*',
  'q=NEAR(dac msp)',
  'q=zzzzzz',
  'q=%F0%9F%98%80%F0%9F%98%80',
])('%s is text, never grammar: it finds nothing', async (query) => {
  expect(await search(query)).toMatchObject({ total: 0, structures: [] });
});

test('a box holds the points inside it, its edges included, and nothing without a position', async () => {
  const { structures, total } = await search('bbox=4.08,48.29,4.09,48.3');
  expect(structures.map(({ id }) => id)).toEqual(['dac-aube']);
  expect(total).toBe(1);
  expect(await idsOf('bbox=4.082,48.2981,4.2,48.4')).toEqual(['dac-aube']);
  expect(await idsOf('bbox=4.0821,48.2981,4.2,48.4')).toEqual([]);
  expect((await search('bbox=-180,-90,180,90')).total).toBe(332);
});

test('around Troyes within 40 km, the nearest come first', async () => {
  expect(await idsOf('autour=4.0744,48.2973&rayon=40')).toEqual([
    'dac-aube',
    'cpts-sud-est-aubois',
    'msp-bar-sur-seine',
  ]);
  expect(await idsOf('autour=4.0744,48.2973&rayon=1')).toEqual(['dac-aube']);
  expect(await idsOf('autour=4.0744,48.2973&rayon=40&q=msp')).toEqual(['msp-bar-sur-seine']);
  expect(await search('autour=4.0744,48.2973&rayon=40&taille=2&page=2')).toMatchObject({ total: 3, page: 2 });
});

test('a box and a text, a box and a department are joined too', async () => {
  expect(await idsOf('bbox=5,43,6.5,43.3&q=clic&departement=83')).toEqual([
    'clic-cap-sicie',
    'clic-vallee-du-gapeau',
    'clic-toulon',
  ]);
});

test('a record carries what the API adds: the telephone as people read it, and its freshness', async () => {
  const [aube] = (await search('departement=10&type=dac')).structures;
  expect(aube).toMatchObject({ id: 'dac-aube', telephone: '+33325408083', telephoneAffiche: '03 25 40 80 83' });
  expect(['a-jour', 'a-verifier', 'ancienne']).toContain(aube?.fraicheur);
});

test('the types that have records are known without a query, in the order of the types', () => {
  const present = structureTypesPresent({ directory });
  expect(present).toHaveLength(11);
  expect(present).not.toContain('asalee');
  expect([...present]).toEqual(structureTypes.filter((type) => present.includes(type)));
});
