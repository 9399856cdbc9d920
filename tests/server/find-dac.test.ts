import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Directory, openDirectory } from '#server/directory/directory.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { communes, openingDay, openTestDatabase, type TestDatabase } from './open-directory.ts';

let database: TestDatabase;
let directory: Directory;
beforeAll(async () => {
  database = await openTestDatabase();
  directory = await openDirectory({ database, communes }, '.');
});
afterAll(() => database.drop());

const find = (code: string) => findDac({ communes, directory, now: () => openingDay }, code);
const idsOf = (code: string) => find(code)?.dac.map(({ id }) => id);

test('Troyes is in Aube, which one DAC covers whole: its number, and no one else', () => {
  expect(find('10387')).toMatchObject({
    commune: { code: '10387', nom: 'Troyes' },
    couverture: 'connue',
    dac: [{ id: 'dac-aube', telephoneAffiche: '03 25 40 80 83' }],
    recours: [],
  });
});

test('Chaumont: the DAC is known, without a contact, so what is left is given, the ARS of the region first', () => {
  const answer = find('52121');
  expect(answer).toMatchObject({ couverture: 'connue', dac: [{ id: 'dac-haute-marne', telephone: null }] });
  expect(answer?.recours[0]).toMatchObject({ code: 'AGENCE_REGIONALE', nom: 'ARS Grand Est' });
});

test('Évry: two DAC cover each a part of Essonne, both are shown and none is said to be the right one', () => {
  expect(find('91228')?.couverture).toBe('inconnue');
  expect(idsOf('91228')).toEqual(['dac-91-nord', 'dac-91-sud']);
});

test('Provence-Alpes-Côte d’Azur is read commune by commune: Marseille, its 3rd arrondissement, Cannes, Nice', () => {
  expect(idsOf('13055')).toEqual(['dac-13-sud']);
  expect(idsOf('13203')).toEqual(['dac-13-sud']);
  expect(idsOf('06029')).toEqual(['dac-cap-azur-sante']);
  expect(idsOf('06088')).toEqual(['dac-centre-de-soutien-sante-social']);
});

test('a delegated commune leads to the commune of today', () => {
  expect(find('49069')?.commune).toMatchObject({ code: '49126', nom: "Orée d'Anjou" });
  expect(find('49149')?.commune.nom).toBe('Gennes-Val-de-Loire');
});

test('a code of no commune gives no answer', () => {
  expect(['99999', '', 'Troyes', '10', '__proto__'].map(find)).toEqual([null, null, null, null, null]);
});

test('every commune of France gets an answer: a DAC with a telephone, or something left to do', () => {
  const withoutHelp = communes.codes.filter((code) => {
    const answer = find(code);
    return !answer || (answer.recours.length === 0 && !answer.dac.some(({ telephone }) => telephone));
  });
  expect(communes.codes.length).toBeGreaterThan(34_900);
  expect(withoutHelp).toEqual([]);
});
