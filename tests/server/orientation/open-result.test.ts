import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContactValue } from '#domain/models/fact.schema.ts';
import { type Source, sourcesSchema } from '#domain/shared/source.schema.ts';
import { openDirectory } from '#server/directory/directory.ts';
import { type OpenResult, openResult } from '#server/orientation/open-result.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';
import { communes, openTestDatabase, type TestDatabase } from '../open-directory.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await openDirectory({ database, communes }, '.');
});
afterAll(() => database.drop());

const ofTest = { id: 'essai', titre: 'Annonce', editeur: 'Association', date: null, luLe: '2026-11-22' } as Source;
const sources = [...sourcesSchema.parse(JSON.parse(readFileSync('data/sources.json', 'utf8'))), ofTest];
const association = {
  contact: { organisme: 'Association d’essai', telephone: '+33199000101', courriel: null },
  portee: 'nationale',
  source: 'essai',
} as unknown as ContactValue;
const step = { phrase: 'Appelez.', sources: ['S4'], date: '2026-11-22' };
const facts = {
  nextSteps: [{ modele: 'ESP_CLAP', etapes: [step, step, step] }],
  contacts: new Map([['esp-clap', [association]]]),
  sources,
};

const orientation = readOrientation('.');
const needs = () => ({
  database,
  communes,
  orientation,
  config: { siteUrl: 'https://coordonnees.example' },
  // Already the 23rd in Paris.
  now: () => new Date('2026-11-22T23:30:00Z'),
});
const open = (query: string) => openResult(needs(), facts, new URLSearchParams(query));

const rural =
  'role=mg&mg=1&autres=infirmier&autres=pharmacien&lieu=garder_cabinet&statut=liberal&remu=individuelle&juridique=non&echelle=patients_communs&themes=domicile&region=pays_de_la_loire&temps=dix_heures';

test('an address that says too little leads to the first question that is missing', async () => {
  expect(await open('')).toEqual({ redirect: '/choisir/role?version=2026-11-22.1&suite=resultat' });
});

test('a patient has no structure to choose: the DAC answers', async () => {
  expect(await open('role=patient_aidant')).toEqual({ redirect: '/dac' });
});

test('a full address gives the steps and contacts of the leading model, and every source they name', async () => {
  const result = (await open(rural)) as OpenResult;
  expect(result.result.tete).toBe('ESP_CLAP');
  expect(result.steps).toHaveLength(3);
  expect(result.contacts[0]).toMatchObject({ nom: 'Association d’essai', telephone: { e164: '+33199000101' } });
  expect(result.contacts.some(({ fiche }) => fiche !== null)).toBe(true);
  expect(result.references.list.map(({ id }) => id)).toContain('essai');
  expect(result.references.number('essai')).toBe(result.references.list.length);
  expect(result.day).toBe('2026-11-23');
  expect(result.address).toMatch(/^https:\/\/coordonnees\.example\/choisir\/resultat\?role=mg&/);
});

test('without a region, nobody of the directory is named', async () => {
  const result = (await open(rural.replace('&region=pays_de_la_loire', ''))) as OpenResult;
  expect(result.contacts.map(({ nom }) => nom)).toEqual(['Association d’essai']);
});

test('a source that no file holds stops the page rather than show a fact without proof', async () => {
  const less = { ...facts, sources: sources.filter(({ id }) => id !== 'essai') };
  await expect(openResult(needs(), less, new URLSearchParams(rural))).rejects.toThrow('essai');
});
