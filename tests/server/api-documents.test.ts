import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluate } from '#domain/orientation/evaluate.ts';
import { searchCommunes } from '#domain/territory/commune-index.ts';
import { type Directory, openDirectory } from '#server/directory/directory.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { seedDirectory } from '#server/directory/seed-directory.ts';
import { geojsonPieces } from '#server/directory/structures-geojson.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';
import { dacAnswer } from '../../src/pages/api/v1/_dac-answer.ts';
import * as answers from '../../src/pages/api/v1/_openapi/answer-schemas.ts';
import { openApiDocument } from '../../src/pages/api/v1/_openapi/document.ts';
import { orientationAnswerSchema } from '../../src/pages/api/v1/_openapi/orientation-schema.ts';
import { communes, criteria, openingDay, openTestDatabase, type TestDatabase } from './open-directory.ts';

const rules = readOrientation('.');
const document = openApiDocument('https://coordonnees.example', rules);
const now = () => openingDay;

let database: TestDatabase;
let directory: Directory;
beforeAll(async () => {
  database = await openTestDatabase();
  directory = await openDirectory({ database, communes }, '.');
});
afterAll(() => database.drop());

test('the document is OpenAPI 3.1 and describes the twelve addresses of the API', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual([
    '/api/v1/communes',
    '/api/v1/dac',
    '/api/v1/structures',
    '/api/v1/structures.geojson',
    '/api/v1/structures.csv',
    '/api/v1/structures/{id}',
    '/api/v1/modeles',
    '/api/v1/modeles/{slug}',
    '/api/v1/orientation',
    '/api/v1/indemnites/evaluation',
    '/api/v1/indemnites/simulation',
    '/api/v1/openapi.json',
  ]);
});

test('every reference leads to a schema of the document', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(30);
  for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('every operation has an id of its own', () => {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('what the API answers is what the document says, for real questions', async () => {
  for (const q of ['troyes', 'paris 13', '97', 'st denis']) {
    answers.communesAnswerSchema.parse({ communes: searchCommunes(communes, q, 20) });
  }
  for (const code of ['10387', '52121', '91228', '75113', '98735', '01001']) {
    const found = findDac({ communes, directory, now }, code);
    answers.dacAnswerSchema.parse(found && dacAnswer(found, communes.departements));
  }
  for (let page = 1; page <= 3; page++) {
    const found = await searchStructures({ database, communes, now }, criteria(`taille=200&page=${page}`));
    answers.structurePageSchema.parse(found);
  }
  for (const role of ['mg', 'infirmier', 'patient_aidant']) {
    orientationAnswerSchema.parse(evaluate(rules, { role }));
    orientationAnswerSchema.parse(evaluate(rules, { role, mg: 1, autres: ['infirmier'], lieu: 'garder_cabinet' }));
  }
});

test('the GeoJSON of all of France holds 333 points and says that 141 structures have none', async () => {
  const { chunks } = await exportStructures({ database, communes, now }, {});
  let text = '';
  for await (const piece of geojsonPieces(chunks())) text += piece;
  const collection = answers.featureCollectionSchema.parse(JSON.parse(text));
  expect([collection.features.length, collection.sansPosition]).toEqual([333, 141]);
});

test('the GeoJSON of nothing is a FeatureCollection too', async () => {
  const { chunks } = await exportStructures({ database, communes, now }, { q: 'zzzzzz' });
  let text = '';
  for await (const piece of geojsonPieces(chunks())) text += piece;
  expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', features: [], sansPosition: 0 });
});

test('an export that meets another directory on its way stops, rather than mix the two', async () => {
  const other = await openTestDatabase();
  const { records } = await import('#server/directory/read-directory.ts').then(({ readDirectory }) =>
    readDirectory('.'),
  );
  const many = [0, 1].flatMap((copy) => records.map((record) => ({ ...record, id: `${record.id}-${copy}` })));
  await seedDirectory(other, many, communes);
  const chunks = (await exportStructures({ database: other, communes, now }, {})).chunks();
  expect((await chunks.next()).value).toHaveLength(500);
  await seedDirectory(other, records, communes);
  await expect(chunks.next()).rejects.toThrow('L’annuaire a changé');
  await other.drop();
});
