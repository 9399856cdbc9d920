import { expect, test } from 'vitest';
import { fieldsOf, formSchema } from '#domain/form/form.schema.ts';
import { memberRules } from '#domain/team/member.schema.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import { complete, readForm } from '../../../src/doors/read-form.ts';
import { memberFieldNames, memberForm, newMemberForm, ownMemberForm } from '../../../src/messages/team/member-form.ts';
import { newTeamForm, teamForm } from '../../../src/messages/team/team-form.ts';

const facts = { today: '2026-11-27', communes: readTerritory('.') };
const departements = [
  { code: '44', nom: 'Loire-Atlantique' },
  { code: '53', nom: 'Mayenne' },
];
const referent = { roles: ['referent'], kept: {} };

const nurse = {
  prenom: 'Ada',
  nom: ' Exemple ',
  profession: 'infirmier',
  exercice: 'liberal',
  commune: 'Gorron',
  entree: '2026-02-01',
};
const inCentre = { exercice: 'centre-mono', 'centre-nom': 'Centre de soins d’exemple', 'centre-finess': '49 000 0031' };
const readMember = (changes: Readonly<Record<string, string>> = {}) =>
  readForm(memberForm, new URLSearchParams({ ...nurse, ...changes }), facts, referent);
/** What a member is told who writes about herself: she is asked for more than who leads the team. */
const memberErrors = (changes: Readonly<Record<string, string>>) => {
  const typed = new URLSearchParams({ ...nurse, ...changes });
  const read = complete(readForm(ownMemberForm, typed, facts, referent));
  return read.ok ? {} : read.refusal;
};

test.each([
  ['a member', memberForm, Object.keys(memberRules)],
  ['a member who writes about herself', ownMemberForm, Object.keys(memberRules)],
  ['someone more', newMemberForm, ['prenom', 'nom', 'profession', 'courriel', 'entree']],
  ['a team', teamForm(departements), ['equipe-nom', 'departements']],
  [
    'a team and its first member',
    newTeamForm(departements, true),
    ['equipe-nom', 'departements', 'prenom', 'nom', 'profession', 'personnes', 'une-de-plus'],
  ],
])('the form of %s is as a form of data/ would be, and asks for each of its fields once', (_, form, keys) => {
  expect(formSchema.safeParse(form).error).toBeUndefined();
  expect(fieldsOf(form).map(({ cle }) => cle)).toEqual(keys);
});

test('whoever prepares no team is not asked whether she wants one more', () => {
  expect(fieldsOf(newTeamForm(departements, false)).map(({ cle }) => cle)).not.toContain('une-de-plus');
});

test('a nurse enters with her name, profession, practice, commune and day; all else may come later', () => {
  expect(readMember()).toEqual({
    refusals: [],
    values: {
      prenom: 'Ada',
      nom: 'Exemple',
      profession: 'infirmier',
      rpps: null,
      messagerie: null,
      exercice: 'liberal',
      'centre-nom': null,
      'centre-finess': null,
      commune: '53107',
      entree: '2026-02-01',
      attestation: false,
      cpts: null,
      'autres-esp-clap': [],
    },
  });
});

test('who leads the team writes someone without her practice nor her commune, which are asked of herself', () => {
  const read = readMember({ exercice: '', commune: '' });
  expect(read).toMatchObject({ refusals: [], values: { exercice: null, commune: null } });
  expect(Object.keys(memberErrors({ exercice: '', commune: '' }))).toEqual(['exercice', 'commune']);
});

test('numbers are kept bare, however they are typed', () => {
  const { values } = readMember({ ...inCentre, rpps: '8 10 00 12 34 565' });
  expect([values.rpps, values['centre-finess']]).toEqual(['10001234565', '490000031']);
});

test('a centre is that of who practises in one', () => {
  expect(readMember({ ...inCentre, exercice: 'liberal' })).toMatchObject({
    refusals: [],
    values: { 'centre-nom': null, 'centre-finess': null },
  });
});

test('other teams are those that bear a name, each with whether patients are shared', () => {
  const others = {
    'autres-esp-clap-lignes': '3',
    'autres-esp-clap-1-nom': 'Équipe d’Ernée',
    'autres-esp-clap-3-nom': 'Équipe de Craon',
    'autres-esp-clap-3-patients-communs': 'oui',
  };
  expect(readMember(others).values['autres-esp-clap']).toEqual([
    { nom: 'Équipe d’Ernée', 'patients-communs': false },
    { nom: 'Équipe de Craon', 'patients-communs': true },
  ]);
});

test.each([
  [{ nom: '  ' }, 'nom', 'Indiquez le nom.'],
  [{ nom: 'é'.repeat(81) }, 'nom', 'Écrivez le nom en 80 caractères au plus.'],
  [{ prenom: 'Ada\nBcc: x' }, 'prenom', 'Écrivez le prénom sur une seule ligne.'],
  [{ prenom: '\u202eadA' }, 'prenom', 'Écrivez le prénom sans caractère invisible.'],
  [{ cpts: 'CPTS du\u200bLoir' }, 'cpts', 'Écrivez le nom de la CPTS sans caractère invisible.'],
  [{ profession: 'psychologue' }, 'profession', 'Choisissez une profession de santé de la liste.'],
  [{ profession: '' }, 'profession', 'Choisissez une profession de santé de la liste.'],
  [{ exercice: '' }, 'exercice', 'Choisissez le mode d’exercice.'],
  [{ exercice: 'msp' }, 'exercice', 'Choisissez le mode d’exercice dans la liste.'],
  [{ ...inCentre, 'centre-nom': '' }, 'centre-nom', 'Indiquez le nom du centre.'],
  [{ ...inCentre, 'centre-finess': '' }, 'centre-finess', 'Indiquez le numéro FINESS du centre.'],
  [
    { ...inCentre, 'centre-finess': '490000032' },
    'centre-finess',
    'Un chiffre de ce numéro FINESS n’est pas le bon : sa clé ne correspond pas.',
  ],
  [{ rpps: '123' }, 'rpps', 'Un numéro RPPS a onze chiffres.'],
  [{ rpps: '10001234566' }, 'rpps', 'Un chiffre de ce numéro RPPS n’est pas le bon : sa clé ne correspond pas.'],
  [{ commune: '' }, 'commune', 'Écrivez la commune d’exercice, ou son code postal.'],
  [
    { messagerie: 'ada' },
    'messagerie',
    'Écrivez l’adresse de messagerie sécurisée, par exemple prenom.nom@domaine.mssante.fr.',
  ],
  [{ entree: '2026-02-30' }, 'entree', 'Écrivez pour la date d’arrivée une date qui existe, jour, mois et année.'],
  [{ entree: '1999-12-31' }, 'entree', 'Écrivez pour la date d’arrivée une date à partir du 1er janvier 2000.'],
  [{ entree: '2027-11-28' }, 'entree', 'Écrivez pour la date d’arrivée une date jusqu’au 27 novembre 2027.'],
  [
    { 'autres-esp-clap-1-nom': 'AB' },
    'autres-esp-clap-1-nom',
    'Autre équipe 1 : écrivez le nom de l’équipe en 3 caractères au moins.',
  ],
])('%o is refused beside « %s », with what to write instead', (changes, name, sentence) => {
  expect(memberErrors(changes)).toEqual({ [name]: sentence });
});

test('errors follow each other as the fields do', () => {
  const errors = memberErrors({ nom: '', prenom: '', commune: 'Xyzzyx', profession: '', rpps: '1', entree: '' });
  expect(Object.keys(errors)).toEqual(['prenom', 'nom', 'profession', 'rpps', 'commune', 'entree']);
});

test('a member who does not lead keeps her arrival, and nobody has to send it', () => {
  const typed = new URLSearchParams({ ...nurse, entree: '2020-01-01' });
  const kept = { entree: '2026-02-01' };
  expect(readForm(memberForm, typed, facts, { roles: [], kept })).toMatchObject({
    refusals: [],
    values: { entree: '2026-02-01' },
  });
});

test.each([
  [{ 'equipe-nom': 'AB' }, { 'equipe-nom': 'Écrivez le nom de l’équipe en 3 caractères au moins.' }],
  [{ 'equipe-nom': 'é'.repeat(81) }, { 'equipe-nom': 'Écrivez le nom de l’équipe en 80 caractères au plus.' }],
  [{ 'equipe-nom': '- - -' }, { 'equipe-nom': 'Écrivez le nom de l’équipe avec des lettres ou des chiffres.' }],
  [{ 'equipe-nom': 'Équipe\0b' }, { 'equipe-nom': 'Écrivez le nom de l’équipe sans caractère invisible.' }],
  [{ 'equipe-nom': 'Équipe \u202eriol' }, { 'equipe-nom': 'Écrivez le nom de l’équipe sans caractère invisible.' }],
  [{ departements: '' }, { departements: 'Choisissez au moins un département.' }],
  [{ departements: '75' }, { departements: 'Choisissez « Départements où exerce l’équipe » dans la liste.' }],
])('a team with %o is refused', (changes, expected) => {
  const typed = new URLSearchParams({ 'equipe-nom': 'Équipe', departements: '44', ...changes });
  const read = complete(readForm(teamForm(departements), typed, facts));
  expect(read.ok ? null : read.refusal).toEqual(expected);
});

test('names of 3 and of 80 characters are accepted, with their spaces tidied', () => {
  const nameOf = (name: string) =>
    readForm(teamForm(departements), new URLSearchParams({ 'equipe-nom': name, departements: '44' }), facts).values[
      'equipe-nom'
    ];
  expect(nameOf('ABC')).toBe('ABC');
  expect(nameOf('é'.repeat(80))).toBe('é'.repeat(80));
  expect(nameOf('  Équipe   du Loir ')).toBe('Équipe du Loir');
});

test('the log names what was corrected, field by field or as the row keeps it', () => {
  expect([memberFieldNames.rpps, memberFieldNames.centre, memberFieldNames.attestation]).toEqual([
    'le numéro RPPS',
    'le centre',
    'l’attestation',
  ]);
});
