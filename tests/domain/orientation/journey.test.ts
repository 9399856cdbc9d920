import { expect, test } from 'vitest';
import {
  groupKeyOf,
  readWizardLink,
  redirectionOf,
  stageOf,
  unansweredQuestions,
  wizardQuery,
} from '../../../src/domain/orientation/journey.ts';
import { teamQuery } from '../../../src/domain/orientation/team.ts';
import { readOrientation } from '../../../src/server/orientation/read-rules.ts';

const rules = readOrientation(process.cwd());
const read = (query: string) => readWizardLink(rules, new URLSearchParams(query));

test('the wizard counts eleven questions, and one that may be skipped comes last, uncounted', () => {
  expect(stageOf(rules, 'role')).toMatchObject({ rank: 1, total: 11, previous: null, next: { id: 'mg' } });
  expect(stageOf(rules, 'autres')).toMatchObject({ rank: 3, total: 11, previous: { id: 'mg' } });
  expect(stageOf(rules, 'temps')).toMatchObject({ rank: null, total: 11, next: null });
  expect(stageOf(rules, 'inconnue')).toBeNull();
});

test('« je ne sais pas encore » leaves a question unanswered, without a notice', () => {
  expect(read('role=mg&lieu=ne-sais-pas&themes=ne-sais-pas')).toMatchObject({ answers: { role: 'mg' }, notices: [] });
});

test('none of a set is an answer; a set that is not there is not', () => {
  expect(read('role=mg&deja=').answers).toEqual({ role: 'mg', deja: [] });
  expect(read('role=mg').answers).toEqual({ role: 'mg' });
});

test('ticked boxes and a list read the same, and come back in one address in the order of the questions', () => {
  const ticked = read('themes=domicile&themes=cas_complexes&role=mg&suite=continuer');
  expect(ticked).toMatchObject({ suite: 'continuer', notices: [] });
  expect(wizardQuery(rules, ticked.answers)).toBe(
    `role=mg&themes=cas_complexes,domicile&version=${rules.data.general.version}`,
  );
});

test('an unknown key and an unknown answer are named, and the rest is kept', () => {
  const { answers, notices } = read('role=mg&couleur=bleu&lieu=ailleurs&mg=2');
  expect(answers).toEqual({ role: 'mg', mg: 2 });
  expect(notices.map(({ champ }) => champ)).toEqual(['couleur', 'lieu']);
});

test('the key of a group travels from page to page; what is not a key is dropped', () => {
  const key = 'KpsiaZU8lHjDMT1mVVlcaDJo';
  expect(read(`role=mg&groupe=${key}`)).toMatchObject({ groupe: key, notices: [] });
  expect(wizardQuery(rules, { role: 'mg' }, key)).toMatch(/&groupe=KpsiaZU8lHjDMT1mVVlcaDJo$/);
  expect(groupKeyOf('../etc')).toBeNull();
  expect(groupKeyOf('court')).toBeNull();
});

test('a patient or a carer is sent to the DAC, a nurse is not', () => {
  expect(redirectionOf(rules, { role: 'patient_aidant' })).toBe('DAC');
  expect(redirectionOf(rules, { role: 'infirmier' })).toBeNull();
});

test('nine of eleven questions are left when two are answered', () => {
  const left = unansweredQuestions(rules, { role: 'mg', deja: [], temps: 'un_an' }).map(({ id }) => id);
  expect(left).toEqual(['mg', 'autres', 'lieu', 'statut', 'remu', 'juridique', 'echelle', 'themes', 'region']);
});

test.each([
  [{ role: 'mg', mg: 1, autres: ['infirmier'] }, 'medecin-generaliste:1,infirmier:1'],
  [{ role: 'mg' }, 'medecin-generaliste:1'],
  [
    { role: 'infirmier', mg: 2, autres: ['auxiliaire'] },
    'medecin-generaliste:2,infirmier:1,masseur-kinesitherapeute:1',
  ],
  [{ role: 'gestionnaire' }, null],
])('the answers %o are the team %s of the simulator', (answers, team) => {
  expect(teamQuery(answers)).toBe(team);
});
