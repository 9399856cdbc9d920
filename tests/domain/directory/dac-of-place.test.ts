import { expect, test } from 'vitest';
import { type DacFacts, dacOfPlace } from '#domain/directory/dac-of-place.ts';
import type { Commune } from '#domain/territory/commune.ts';
import { proofSentence, recourseWords } from '../../../src/messages/directory/dac-answer.ts';
import { departements, facts } from './facts.ts';

/** A commune of 2026, written by hand with what coverage looks at. */
const commune = (code: string, nom: string, departement: string, epci: string | null = null): Commune => ({
  code,
  nom,
  codesPostaux: [],
  population: 0,
  departement: { code: departement, nom: departements.get(departement)!.nom },
  region: { code: '', nom: '' },
  epci: epci ? { code: epci, nom: 'une intercommunalité' } : null,
  centre: null,
});
/** The answer as people read it. */
const answerWith = (known: DacFacts, code: string, nom: string, departement: string, arrondissement?: string) => {
  const found = dacOfPlace({ commune: commune(code, nom, departement), arrondissement }, known);
  return {
    ...found,
    preuve: proofSentence(found, departements),
    recours: found.recours.map((recourse) => recourseWords(recourse, found.commune)),
  };
};
const answer = (code: string, nom: string, departement: string, arrondissement?: string) =>
  answerWith(facts, code, nom, departement, arrondissement);
const ids = ({ dac }: ReturnType<typeof answer>) => dac.map(({ id }) => id);

test('Troyes has Appui Santé Aube, its number and the proof, and needs nothing else', () => {
  const { couverture, dac, preuve, recours } = answer('10387', 'Troyes', '10');
  expect(couverture).toBe('connue');
  expect(dac.map(({ nom, telephone, telephoneAffiche }) => [nom, telephone, telephoneAffiche])).toEqual([
    ['Appui Santé Aube', '+33325408083', '03 25 40 80 83'],
  ]);
  expect(preuve).toBe('Troyes est dans l’Aube, que ce DAC couvre en entier.');
  expect(recours).toEqual([]);
});

test('each department of Grand Est leads to its own DAC', () => {
  expect(ids(answer('55181', 'Étain', '55'))).toEqual(['dac-meuse']);
  expect(ids(answer('08105', 'Charleville-Mézières', '08'))).toEqual(['dac-ardennes']);
  expect(ids(answer('51454', 'Reims', '51'))).toEqual(['dac-marne']);
  expect(ids(answer('54395', 'Nancy', '54'))).toEqual(['dac-meurthe-et-moselle']);
  expect(ids(answer('57463', 'Metz', '57'))).toEqual(['dac-moselle']);
  expect(ids(answer('88160', 'Épinal', '88'))).toEqual(['dac-vosges']);
});

test('Strasbourg and Mulhouse share the DAC of Alsace, each proved by its own department', () => {
  const strasbourg = answer('67482', 'Strasbourg', '67');
  const mulhouse = answer('68224', 'Mulhouse', '68');
  expect([ids(strasbourg), ids(mulhouse)]).toEqual([['dac-alsace'], ['dac-alsace']]);
  expect(strasbourg.preuve).toBe('Strasbourg est dans le Bas-Rhin, que ce DAC couvre en entier.');
  expect(mulhouse.preuve).toBe('Mulhouse est dans le Haut-Rhin, que ce DAC couvre en entier.');
});

test('Chaumont, in Haute-Marne, has a DAC that nobody can ring: said, with the ARS and what is left', () => {
  const { couverture, dac, preuve, recours } = answer('52121', 'Chaumont', '52');
  expect(couverture).toBe('connue');
  expect(dac.map(({ id, telephone, courriel, site }) => [id, telephone, courriel, site])).toEqual([
    ['dac-haute-marne', null, null, null],
  ]);
  expect(preuve).toBe(
    'Chaumont est en Haute-Marne, que ce DAC couvre en entier, mais nos sources ne disent pas comment le joindre.',
  );
  expect(recours[0]).toMatchObject({ nom: 'ARS Grand Est', site: 'https://www.grand-est.ars.sante.fr' });
  expect(recours.map(({ telephone }) => telephone)).toEqual([null, null, null]);
  expect(recours.map(({ nom }) => nom).join()).toMatch(/CCAS.*médecin/);
});

test('Marseille and its first arrondissement have DAC 13 Sud, on a list of 2023 and without a contact', () => {
  for (const place of [answer('13055', 'Marseille', '13'), answer('13055', 'Marseille', '13', '13201')]) {
    expect(ids(place)).toEqual(['dac-13-sud']);
    expect(place.couverture).toBe('connue');
    expect(place.preuve).toBe(
      'Une source de 2023 compte Marseille parmi les communes de ce DAC, mais nos sources ne disent pas comment le joindre.',
    );
    expect(place.recours[0]?.site).toBe('https://www.paca.ars.sante.fr/les-dispositifs-dappui-la-coordination-0');
  }
});

test('the lists of Provence-Alpes-Côte d’Azur part neighbours: Nice, Cannes, Menton, Aix and Pertuis', () => {
  expect(ids(answer('06088', 'Nice', '06'))).toEqual(['dac-centre-de-soutien-sante-social']);
  expect(ids(answer('06029', 'Cannes', '06'))).toEqual(['dac-cap-azur-sante']);
  expect(ids(answer('06083', 'Menton', '06'))).toEqual(['dac-est-azur']);
  expect(ids(answer('13001', 'Aix-en-Provence', '13'))).toEqual(['dac-provence-sante-coordination']);
  expect(ids(answer('84089', 'Pertuis', '84'))).toEqual(['dac-provence-sante-coordination']);
  expect(ids(answer('84007', 'Avignon', '84'))).toEqual(['dac-vaucluse']);
});

test('a list of 2023 with a telephone is to be confirmed: La Seyne-sur-Mer', () => {
  const { dac, preuve, recours } = answer('83126', 'La Seyne-sur-Mer', '83');
  expect(dac.map(({ telephoneAffiche, fraicheur }) => [telephoneAffiche, fraicheur])).toEqual([
    ['04 94 35 32 01', 'ancienne'],
  ]);
  expect(preuve).toMatch(
    /^Une source de 2023 compte La Seyne-sur-Mer parmi les communes de ce DAC\u00a0: à confirmer\.$/,
  );
  expect(recours).toEqual([]);
});

test('Paris is in none of our sources: said, with the page of the ARS', () => {
  const { couverture, dac, preuve, recours } = answer('75056', 'Paris', '75', '75118');
  expect([couverture, dac]).toEqual(['inconnue', []]);
  expect(preuve).toBe('Nos sources ne disent pas quel DAC couvre Paris.');
  expect(recours[0]).toMatchObject({
    nom: 'ARS Île-de-France',
    site: 'https://www.iledefrance.ars.sante.fr/index.php/les-dispositifs-dappui-la-coordination-dac',
  });
});

test('Brest and Quimper: a DAC covers a part of Finistère, and nobody says which', () => {
  for (const [code, nom] of [
    ['29019', 'Brest'],
    ['29232', 'Quimper'],
  ] as const) {
    const { couverture, dac, preuve, recours } = answer(code, nom, '29');
    expect(couverture).toBe('inconnue');
    expect(dac.map(({ id }) => id)).toEqual(['dac-nord-finistere']);
    expect(preuve).toBe(`Ce DAC agit dans le Finistère, mais nos sources ne disent pas s’il couvre ${nom}.`);
    expect(recours[0]?.nom).toBe('ARS Bretagne');
  }
});

test('Cherbourg does not get the number of Centre Manche as if it were its own', () => {
  const { couverture, dac, recours } = answer('50129', 'Cherbourg-en-Cotentin', '50');
  expect(couverture).toBe('inconnue');
  expect(dac.map(({ telephone }) => telephone)).toEqual(['+33974198916']);
  expect(recours[0]?.nom).toBe('ARS Normandie');
});

test('Évry: two DAC share Essonne, both are shown and the reason said', () => {
  const { couverture, dac, preuve, recours } = answer('91228', 'Évry-Courcouronnes', '91');
  expect(couverture).toBe('inconnue');
  expect(dac.map(({ id }) => id)).toEqual(['dac-91-nord', 'dac-91-sud']);
  expect(preuve).toMatch(/^Deux DAC agissent en Essonne, mais nos sources ne disent pas lequel couvre/);
  expect(recours[0]?.nom).toBe('ARS Île-de-France');
});

test('a commune that the source names is covered, its neighbour may be: Clamart and Nanterre, Villejuif and Créteil', () => {
  expect([ids(answer('92023', 'Clamart', '92')), answer('92023', 'Clamart', '92').couverture]).toEqual([
    ['dac-92-sud'],
    'connue',
  ]);
  expect(ids(answer('92050', 'Nanterre', '92'))).toEqual(['dac-92-centre', 'dac-92-nord', 'dac-92-sud']);
  expect(answer('94076', 'Villejuif', '94').couverture).toBe('connue');
  expect(answer('94028', 'Créteil', '94').couverture).toBe('inconnue');
});

test('Lille is named among the 38 communes of its DAC, Dunkerque is not', () => {
  const lille = answer('59350', 'Lille', '59');
  expect([lille.couverture, ids(lille)]).toEqual(['connue', ['dac-lille-agglo']]);
  expect(lille.preuve).toBe(
    'Une source sans date compte Lille parmi les communes de ce DAC, mais nos sources ne disent pas comment le joindre.',
  );
  expect(answer('59183', 'Dunkerque', '59').couverture).toBe('inconnue');
});

test('Saint-Martin and Saint-Barthélemy share one DAC, Pointe-à-Pitre and Saint-Denis of La Réunion have theirs', () => {
  const islands = answer('97801', 'Saint-Martin', '978');
  expect([ids(islands), ids(answer('97701', 'Saint-Barthélemy', '977'))]).toEqual([
    ['dac-iles-du-nord'],
    ['dac-iles-du-nord'],
  ]);
  expect([islands.dac[0]?.telephone, islands.recours]).toEqual(['+33806806055', []]);
  const silent = { ...facts, dac: facts.dac.map((dac) => ({ ...dac, telephone: null })) };
  expect(answerWith(silent, '97801', 'Saint-Martin', '978').recours[0]?.nom).toBe(
    'ARS Guadeloupe, Saint-Martin et Saint-Barthélemy',
  );
  expect(answer('97120', 'Pointe-à-Pitre', '971').preuve).toBe(
    'Pointe-à-Pitre est en Guadeloupe, que ce DAC couvre en entier.',
  );
  expect(answer('97411', 'Saint-Denis', '974').preuve).toBe(
    'Saint-Denis est à La Réunion, que ce DAC couvre en entier.',
  );
});

test('a department without a DAC in our sources is not given that of its neighbour: Auch and Nouméa', () => {
  const auch = answer('32013', 'Auch', '32');
  expect([auch.couverture, auch.dac]).toEqual(['inconnue', []]);
  expect(auch.preuve).toBe('Nos sources ne disent pas quel DAC couvre Auch, dans le Gers.');
  expect(auch.recours.map(({ nom }) => nom)[0]).toBe('ARS Occitanie');
  const noumea = answer('98818', 'Nouméa', '988');
  expect([noumea.dac, noumea.recours.length]).toEqual([[], 2]);
});

test('Toulon, were its DAC without a number, would be told of its CLIC and its telephone', () => {
  const silent = { ...facts, dac: facts.dac.map((dac) => ({ ...dac, telephone: null })) };
  const { recours } = answerWith(silent, '83137', 'Toulon', '83');
  expect(recours.map(({ nom, telephone }) => [nom, telephone]).slice(0, 2)).toEqual([
    ['ARS Provence-Alpes-Côte d’Azur', null],
    ['CLIC de Toulon', '+33494246525'],
  ]);
});

test('a list of communes beats an EPCI, which beats a department', () => {
  const [base] = facts.dac;
  const covering = (id: string, codes: object) => ({
    ...base!,
    id,
    telephone: '+33325408083',
    territoire: { mots: 'x', departements: [], epci: [], communes: [], departementsEnPartie: [], ...codes },
  });
  const department = covering('department', { departements: ['10'] });
  const body = covering('epci', { epci: ['200069250'] });
  const list = covering('list', { communes: ['10387'] });
  const place = { commune: commune('10387', 'Troyes', '10', '200069250') };
  const among = (...dac: (typeof list)[]) => dacOfPlace(place, { ...facts, dac }).dac.map(({ id }) => id);
  expect(among(department, body, list)).toEqual(['list']);
  expect(among(department, body)).toEqual(['epci']);
  expect(among(department)).toEqual(['department']);
  expect(among(list, { ...list, id: 'other' })).toEqual(['list', 'other']);
});
