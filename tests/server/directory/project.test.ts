import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LayerSet } from '#domain/directory/file-layers.ts';
import type { LayerContent, LayerFields } from '#domain/directory/layer.schema.ts';
import type { StructureType } from '#domain/directory/structure.schema.ts';
import { replaceLayer } from '#server/directory/layer-store.ts';
import { projectionVersion } from '#server/directory/load-layers.ts';
import { project, projectAll } from '#server/directory/project.ts';
import { readRevision } from '#server/directory/revision.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { communes, criteria, openingDay, openTestDatabase, type TestDatabase } from '../open-directory.ts';

const now = () => openingDay;

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

const troyes = { voie: null, codePostal: '10000', commune: 'Troyes', codeInsee: '10387' };
const content = (champs: LayerFields, type: StructureType = 'msp'): LayerContent => ({
  quoi: 'fiche',
  type,
  champs: { adresse: troyes, ...champs },
  sources: [{ champ: 'tout', titre: 'Une liste', url: null, date: '2026' }],
  verifieLe: '2026-11-22',
});
const named = (...names: string[]): [string, LayerContent][] =>
  names.map((nom) => [`msp-${nom.toLowerCase()}`, content({ nom: `MSP ${nom}` })]);

const layer = (contents: [string, LayerContent][], nature: LayerSet['nature'] = 'fichier'): LayerSet => ({
  nature,
  rang: 1,
  origine: nature,
  contents: new Map(contents),
});
const put = (...sets: LayerSet[]) =>
  database.write(async (tx) => {
    for (const set of sets) await project(tx, communes, await replaceLayer(tx, set));
  });

const search = (query: string) => searchStructures({ database, communes, now }, criteria(query));
const namesOf = async (query = '') => (await search(query)).structures.map(({ nom }) => nom);
const numbers = async (): Promise<Record<string, number>> => {
  const { rows } = await database.client.execute('select id, numero from structure order by numero');
  return Object.fromEntries(rows.map(({ id, numero }) => [id, Number(numero)]));
};

test('a new record takes its place among its neighbours, who keep their numbers', async () => {
  await put(layer(named('Aulnay', 'Briey', 'Dol')));
  expect(await numbers()).toEqual({ 'msp-aulnay': 1024, 'msp-briey': 2048, 'msp-dol': 3072 });
  await put(layer(named('Aulnay', 'Briey', 'Dol', 'Cambrai', 'Évian', 'Agen')));
  expect(await numbers()).toEqual({
    'msp-agen': 512,
    'msp-aulnay': 1024,
    'msp-briey': 2048,
    'msp-cambrai': 2560,
    'msp-dol': 3072,
    'msp-évian': 4096,
  });
  expect(await namesOf()).toEqual(['MSP Agen', 'MSP Aulnay', 'MSP Briey', 'MSP Cambrai', 'MSP Dol', 'MSP Évian']);
});

test('a record that changes its name moves; one that changes its telephone stays where it is', async () => {
  await put(layer(named('Aulnay', 'Briey', 'Dol')));
  await put(layer([['msp-aulnay', content({ nom: 'MSP Caen' })], ...named('Briey', 'Dol')]));
  expect(await namesOf()).toEqual(['MSP Briey', 'MSP Caen', 'MSP Dol']);
  expect(await namesOf('q=aulnay')).toEqual([]);
  expect(await namesOf('q=caen')).toEqual(['MSP Caen']);
  const before = await numbers();
  await put(layer([['msp-aulnay', content({ nom: 'MSP Caen', telephone: '+33325000000' })], ...named('Briey', 'Dol')]));
  expect(await numbers()).toEqual(before);
  expect((await search('q=caen')).structures[0]?.telephone).toBe('+33325000000');
});

test('two records of one name stand in the order of their ids', async () => {
  await put(layer([['msp-b', content({ nom: 'MSP du Parc' })]]));
  await put(layer(['msp-c', 'msp-b', 'msp-a'].map((id) => [id, content({ nom: 'MSP du Parc' })])));
  expect(Object.keys(await numbers())).toEqual(['msp-a', 'msp-b', 'msp-c']);
});

test('when there is no room left between two records, all are numbered anew, in the same order', async () => {
  const end = named('Zuydcoote');
  const between = Array.from({ length: 14 }, (_, rank) => `A${'a'.repeat(14 - rank)}`);
  await put(layer([...named('A'), ...end]));
  const numbering = async () => (await readRevision(database.client)).numbering;
  const first = await numbering();
  // Each comes just before the one that came last: the room is halved each time.
  for (let count = 1; count <= between.length; count += 1)
    await put(layer([...named('A', ...between.slice(0, count).toReversed()), ...end]));
  expect(await numbering()).not.toBe(first);
  const order = Object.entries(await numbers());
  expect(order.map(([id]) => id)).toEqual([
    'msp-a',
    ...between.map((name) => `msp-${name.toLowerCase()}`).toReversed(),
    'msp-zuydcoote',
  ]);
});

test('counts follow: a record that changes department leaves the first and enters the second, and no zero stays', async () => {
  const nice = { voie: null, codePostal: '06000', commune: 'Nice', codeInsee: '06088' };
  await put(
    layer([
      ['msp-a', content({ nom: 'MSP A' })],
      ['cds-b', content({ nom: 'CDS B' }, 'cds')],
    ]),
  );
  await put(
    layer([
      ['msp-a', content({ nom: 'MSP A', adresse: nice })],
      ['cds-b', content({ nom: 'CDS B' }, 'cds')],
    ]),
  );
  const { rows } = await database.client.execute('select cle, type, nombre from structure_compte order by cle, type');
  expect(rows.map(({ cle, type, nombre }) => [cle, type, nombre])).toEqual([
    ['dep06', 'msp', 1],
    ['dep10', 'cds', 1],
    ['france', 'cds', 1],
    ['france', 'msp', 1],
    ['reg44', 'cds', 1],
    ['reg93', 'msp', 1],
  ]);
});

test('a layer that changes nothing of what is printed rewrites no record', async () => {
  await put(layer(named('Aulnay')), layer([['msp-aulnay', content({ nom: 'MSP D’AULNAY' })]], 'import'));
  const { rows: before } = await database.client.execute('select numero, fiche from structure');
  await put(layer([['msp-aulnay', content({ nom: 'MSP AULNAY' })]], 'import'));
  expect((await database.client.execute('select numero, fiche from structure')).rows).toEqual(before);
});

const ids = ['msp-a', 'msp-b', 'msp-c', 'cds-d', 'cds-e'];
const places = [
  troyes,
  { voie: '1 rue Haute', codePostal: '06000', commune: 'Nice', codeInsee: '06088' },
  { voie: null, codePostal: null, commune: 'Paris', codeInsee: '75113' },
];
const arbitraryContent: fc.Arbitrary<LayerContent> = fc.oneof(
  fc
    .record({
      nom: fc.constantFrom('MSP du Parc', 'MSP du Port', 'Centre Édison', 'Centre 9', 'Centre 10'),
      adresse: fc.constantFrom(null, ...places),
      position: fc.constantFrom(null, { lon: 4.07, lat: 48.3, precision: 'voie' as const }),
      type: fc.constantFrom<StructureType>('msp', 'cds'),
    })
    .map(({ type, ...champs }) => content(champs, type)),
  fc.constant<LayerContent>({
    quoi: 'retrait',
    nom: 'MSP du Parc',
    retireeLe: '2026-11-27',
    raison: 'Fermée, selon cet essai.',
    remplaceePar: null,
  }),
);
const arbitrarySet = fc
  .tuple(
    fc.constantFrom<LayerSet['nature']>('import', 'fichier', 'declaration', 'correction'),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), arbitraryContent), { selector: ([id]) => id }),
  )
  .map(([nature, contents]) => layer(contents, nature));

/** All that the tables say, but the numbers themselves. */
async function readBack(): Promise<unknown> {
  const { client } = database;
  const all = async (sql: string) => (await client.execute(sql)).rows.map((row) => Object.values(row));
  const found = async (word: string) =>
    (
      await client.execute({
        sql: 'select id from structure_recherche r join structure s on s.numero = r.rowid where structure_recherche match ? order by 1',
        args: [word],
      })
    ).rows.map(({ id }) => id);
  const words = ['parc', 'edison', 'centre', 'nice', 'typemsp', 'typecds', 'dep10', 'com06088', 'com75056'];
  return {
    records: await all('select id, fiche, tri from structure order by numero'),
    points: await all('select s.id, p.lon, p.lat from structure_position p join structure s using (numero) order by 1'),
    strays: await all('select count(*) from structure_position where numero not in (select numero from structure)'),
    counts: await all('select cle, type, nombre from structure_compte order by 1, 2'),
    withdrawn: await all('select id, fiche from structure_retiree order by id'),
    found: await Promise.all(words.map(found)),
    words: await all(`select count(*) from structure_recherche where structure_recherche match 'typemsp OR typecds'`),
  };
}

test('whatever comes in whatever order, a projection record by record says what one of the whole says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitrarySet, { minLength: 1, maxLength: 6 }), async (sets) => {
      await put(...sets);
      const byRecord = await readBack();
      await database.write((tx) => projectAll(tx, communes));
      expect(byRecord).toEqual(await readBack());
    }),
    { numRuns: 60 },
  );
});

test('what a record becomes in the tables; when this changes, raise projectionVersion: databases are then filled anew', async () => {
  await put(
    layer([
      [
        'cds-edison',
        content(
          {
            nom: 'Centre de santé Édison, Paris 13e',
            adresse: { voie: '44 rue Charles Moureu', codePostal: '75013', commune: 'Paris', codeInsee: '75113' },
            position: { lon: 2.36, lat: 48.83, precision: 'numero' },
          },
          'cds',
        ),
      ],
    ]),
  );
  const { rows } = await database.client.execute('select numero, id, fiche, tri from structure');
  expect(rows.map((row) => ({ ...row, fiche: JSON.parse(String(row.fiche)) }))).toEqual([
    {
      numero: 1024,
      id: 'cds-edison',
      tri: '03 centre de sante edison paris 000000013',
      fiche: {
        id: 'cds-edison',
        type: 'cds',
        nom: 'Centre de santé Édison, Paris 13e',
        adresse: { voie: '44 rue Charles Moureu', codePostal: '75013', commune: 'Paris', codeInsee: '75113' },
        position: { lon: 2.36, lat: 48.83, precision: 'numero' },
        telephone: null,
        courriel: null,
        site: null,
        horaires: null,
        finess: null,
        territoire: null,
        statut: 'inconnu',
        confiance: 'moyenne',
        note: null,
        sources: [{ champ: 'tout', titre: 'Une liste', url: null, date: '2026' }],
        verifieLe: '2026-11-22',
      },
    },
  ]);
  const words = [
    'edison',
    'paris',
    'cds',
    'typecds',
    'com75056',
    'com75113',
    'dep75',
    'reg11',
    'epci200054781',
    'contexte: centre',
  ];
  for (const word of words) {
    const { rows: found } = await database.client.execute({
      sql: 'select rowid from structure_recherche where structure_recherche match ?',
      args: [word],
    });
    expect([word, found.map(({ rowid }) => rowid)]).toEqual([word, [1024]]);
  }
  expect(projectionVersion).toBe(2);
});
