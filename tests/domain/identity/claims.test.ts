import { expect, test } from 'vitest';
import { readNationalId } from '#domain/identity/national-id.ts';
import { readProConnectClaims } from '#domain/identity/proconnect-claims.ts';
import { reachesLevel } from '#domain/identity/provider.ts';
import { readPscClaims } from '#domain/identity/psc-claims.ts';
import { professionOfCode } from '#domain/people/profession-code.ts';

test.each([
  ['810100000008', { kind: 'rpps', rpps: '10100000008' }],
  ['810100000009', { kind: 'autre' }],
  ['10100000008', { kind: 'autre' }],
  ['0759912345', { kind: 'adeli', adeli: '759912345' }],
  ['02A9912345', { kind: 'adeli', adeli: '2A9912345' }],
  ['ANS20230101120000', { kind: 'autre' }],
  ['', { kind: 'autre' }],
])('the national identifier %j is read as %j', (text, expected) => {
  expect(readNationalId(text)).toEqual(expected);
});

const person = { sub: 'x', SubjectNameID: '810100000008', given_name: 'ANNE', family_name: 'MOREL' };

test('two practices are both kept, with their raw codes', () => {
  const read = readPscClaims({
    ...person,
    SubjectRefPro: {
      exercices: [
        {
          codeProfession: '60',
          codeCategorieProfessionnelle: 'C',
          codeSavoirFaire: '',
          activities: [{ codeModeExercice: 'L', codeSecteurDactivite: 'SA07', numeroSiretSite: '12345678901234' }],
        },
        { codeProfession: '10', codeSavoirFaire: 'SM54', activities: [] },
      ],
    },
  });
  expect(read).toEqual({
    nationalId: '810100000008',
    rpps: '10100000008',
    declared: {
      prenom: 'ANNE',
      nom: 'MOREL',
      exercices: [
        {
          profession: '60',
          categorie: 'C',
          lieux: [{ mode: 'L', secteur: 'SA07', siret: '12345678901234' }],
        },
        { profession: '10', savoirFaire: 'SM54', lieux: [] },
      ],
    },
  });
});

test.each([
  ['no SubjectRefPro', {}],
  ['an empty list', { SubjectRefPro: { exercices: [] } }],
  ['a list that is none', { SubjectRefPro: { exercices: 'aucun' } }],
  ['a practice that is none', { SubjectRefPro: { exercices: ['infirmier', null, 3] } }],
])('%s leaves no practice, and keeps nobody out', (_, claims) => {
  expect(readPscClaims({ ...person, ...claims }).declared.exercices).toEqual([]);
});

test('without SubjectNameID, preferred_username is the national identifier; without both there is none', () => {
  expect(readPscClaims({ sub: 'x', preferred_username: 'ANS1' })).toMatchObject({ nationalId: 'ANS1', rpps: null });
  expect(readPscClaims({ sub: '810100000008' })).toMatchObject({ nationalId: null, rpps: null });
});

test.each([
  ['21', 'pharmacien'],
  ['60', 'infirmier'],
  ['70', 'masseur-kinesitherapeute'],
  ['80', 'pedicure-podologue'],
  ['10', null],
  ['40', null],
  ['toString', null],
])('profession code %s means %s', (code, expected) => {
  expect(professionOfCode(code)).toBe(expected);
});

test.each([
  ['eidas1', false],
  ['eidas2', true],
  ['eidas3', true],
  ['', false],
  [undefined, false],
  [['eidas2'], false],
])('where eidas2 is asked for, %j counts as a second factor: %s', (acr, expected) => {
  expect(reachesLevel(acr, 'eidas2')).toBe(expected);
});

test('where eidas3 is asked for, eidas2 does not count', () => {
  expect(reachesLevel('eidas2', 'eidas3')).toBe(false);
});

const agent = { sub: 'a', given_name: 'Paul', usual_name: 'Garnier', email: 'p@ars.exemple.fr', uid: '7', idp_id: 'i' };

test('an agent of an employer on the list comes in; her address decides nothing', () => {
  expect(readProConnectClaims({ ...agent, siret: '123 456 789 00015' }, ['12345678900015'])).toEqual({
    ok: true,
    value: {
      prenom: 'Paul',
      nom: 'Garnier',
      email: 'p@ars.exemple.fr',
      siret: '12345678900015',
      fournisseurIdentite: 'i',
      numeroAgent: '7',
      exercices: [],
    },
  });
});

test.each([
  [undefined, 'SIRET_ABSENT'],
  ['', 'SIRET_ABSENT'],
  [12345678900015, 'SIRET_ABSENT'],
  ['12345678900016', 'SIRET_ABSENT'],
  ['98765432100015', 'SIRET_NON_AUTORISE'],
])('siret %j is refused: %s', (siret, code) => {
  expect(readProConnectClaims({ ...agent, siret }, ['12345678900015'])).toEqual({ ok: false, refusal: { code } });
});
