import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluate } from '#domain/orientation/evaluate.ts';
import { searchCommunes } from '#domain/territory/commune-index.ts';
import { type Directory, openDirectory } from '#server/directory/directory.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { readDirectory } from '#server/directory/read-directory.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { geojsonPieces } from '#server/directory/structures-geojson.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';
import { dacAnswer } from '../../src/pages/api/v1/_dac-answer.ts';
import * as answers from '../../src/pages/api/v1/_openapi/answer-schemas.ts';
import { openApiDocument } from '../../src/pages/api/v1/_openapi/document.ts';
import { orientationAnswerSchema } from '../../src/pages/api/v1/_openapi/orientation-schema.ts';
import { generatedDirectory } from './generated-directory.ts';
import {
  communes,
  criteria,
  openingDay,
  openTestDatabase,
  seedDirectory,
  type TestDatabase,
} from './open-directory.ts';

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

test('the GeoJSON of all of France holds every point, and says how many structures have none', async () => {
  const { records } = readDirectory('.');
  const placed = records.filter(({ position }) => position).length;
  expect(placed).toBeGreaterThan(5000);
  const { chunks } = await exportStructures({ database, communes, now }, {});
  let text = '';
  for await (const piece of geojsonPieces(chunks())) text += piece;
  const collection = answers.featureCollectionSchema.parse(JSON.parse(text));
  expect([collection.features.length, collection.sansPosition]).toEqual([placed, records.length - placed]);
});

test('a map asks for the types alone: 5,800 points then weigh less than 100 KB once compressed', async () => {
  const { chunks } = await exportStructures({ database, communes, now }, {});
  let text = '';
  for await (const piece of geojsonPieces(chunks(), ['type'])) text += piece;
  const { features } = answers.featureCollectionSchema.parse(JSON.parse(text));
  expect(features[0]).toMatchObject({ id: expect.any(String), properties: { type: 'dac' } });
  expect(Object.keys(features[0]?.properties ?? {})).toEqual(['type']);
  expect(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length).toBeLessThan(100_000);
});

test('the GeoJSON of nothing is a FeatureCollection too', async () => {
  const { chunks } = await exportStructures({ database, communes, now }, { q: 'zzzzzz' });
  let text = '';
  for await (const piece of geojsonPieces(chunks())) text += piece;
  expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', features: [], sansPosition: 0 });
});

test('an export that meets another directory on its way stops, rather than mix the two', async () => {
  const other = await openTestDatabase();
  const records = generatedDirectory(communes, 1200);
  await seedDirectory(other, records);
  const chunks = (await exportStructures({ database: other, communes, now }, {})).chunks();
  expect((await chunks.next()).value).toHaveLength(500);
  await seedDirectory(other, records.slice(0, 300));
  await expect(chunks.next()).rejects.toThrow('directory changed');
  await other.drop();
});

test('an export that meets a corrected record goes on: what no longer meets its filters is left out', async () => {
  const other = await openTestDatabase();
  const records = generatedDirectory(communes, 1200);
  await seedDirectory(other, records);
  const all = await searchStructures({ database: other, communes, now }, criteria('page=20&taille=50'));
  const [renamed, withdrawn] = all.structures;
  const chunks = (await exportStructures({ database: other, communes, now }, {})).chunks();
  const exported = [...((await chunks.next()).value ?? [])];
  await seedDirectory(
    other,
    records.flatMap((record) =>
      record.id === withdrawn?.id ? [] : [record.id === renamed?.id ? { ...record, note: 'Corrigée.' } : record],
    ),
  );
  for await (const structures of chunks) exported.push(...structures);
  expect(exported).toHaveLength(1199);
  expect(exported.map(({ id }) => id)).not.toContain(withdrawn?.id);
  expect(exported.find(({ id }) => id === renamed?.id)?.note).toBe('Corrigée.');
  await other.drop();
});
