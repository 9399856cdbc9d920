import { expect, test } from 'vitest';
import { type Member, notKnownYet } from '#domain/team/member.schema.ts';
import { answersOfMember, memberOfAnswers } from '#domain/team/member-answers.ts';
import { isPresentOn, sameRpps } from '#domain/team/membership.ts';
import { member } from './people.ts';

const ada: Member = {
  prenom: 'Ada',
  nom: 'Exemple',
  profession: 'infirmier',
  rpps: '10001234565',
  messagerie: 'ada@exemple.mssante.fr',
  exercice: 'centre-mono',
  centre: { nom: 'Centre de soins d’exemple', finess: '490000031' },
  commune: '53130',
  entree: '2026-02-01',
  sortie: '2026-12-31',
  attestation: '2026-02-03',
  cpts: 'CPTS d’exemple',
  autresEspClap: [{ nom: 'Équipe du Loir', patientsCommuns: true }],
};

test('what a row knows and what a form says of it are the same, but for the days that no form moves', () => {
  const besides = { attestedOn: '2026-02-03', sortie: '2026-12-31' };
  expect(memberOfAnswers(answersOfMember(ada), besides)).toEqual(ada);
  const bare: Member = { ...ada, ...notKnownYet, exercice: 'liberal' };
  expect(memberOfAnswers(answersOfMember(bare), { ...besides, sortie: null })).toEqual(bare);
});

test('an attestation is dated when it is given', () => {
  const given = { ...answersOfMember({ ...ada, attestation: null }), attestation: true };
  expect(memberOfAnswers(given, { attestedOn: '2026-11-27', sortie: null }).attestation).toBe('2026-11-27');
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-05-31', true],
  ['2026-06-01', false],
])('in the team from 1 January to 31 May, on %s: %s', (day, present) => {
  expect(isPresentOn({ entree: '2026-01-01', sortie: '2026-05-31' }, day)).toBe(present);
});

const rpps = '10001234565';
test.each([
  ['a second member with the number during the same days', { id: null, entree: '2026-05-31', sortie: null }, 'gone'],
  ['the number of someone who had left the day before', { id: null, entree: '2026-06-01', sortie: null }, undefined],
  ['someone who comes earlier and stays', { id: null, entree: '2025-01-01', sortie: null }, 'gone'],
  ['the row itself, written again', { id: 'gone', entree: '2026-01-01', sortie: null }, undefined],
])('%s', (_, stay, found) => {
  const gone = member('gone', { rpps, sortie: '2026-05-31' });
  expect(sameRpps([gone], { ...stay, rpps })?.id).toBe(found);
});

test('two members whose numbers are not known yet are not the same person', () => {
  expect(sameRpps([member('one')], { id: null, rpps: null, entree: '2026-01-01', sortie: null })).toBeNull();
});
