import { expect, test } from 'vitest';
import { memberSchema } from '#domain/team/member.schema.ts';
import { isPresentOn, sameRpps } from '#domain/team/membership.ts';
import { member } from './people.ts';

const nurse = {
  nom: ' Exemple ',
  prenom: 'Ada',
  profession: 'infirmier',
  exercice: 'liberal',
  commune: '53130',
  entree: '2026-02-01',
};

const errorsOf = (changes: object): string[] =>
  memberSchema
    .safeParse({ ...nurse, ...changes })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a nurse enters with her name, profession, practice, commune and day; all else may come later', () => {
  expect(memberSchema.parse(nurse)).toEqual({
    nom: 'Exemple',
    prenom: 'Ada',
    profession: 'infirmier',
    rpps: null,
    exercice: 'liberal',
    centre: null,
    commune: '53130',
    messagerie: null,
    entree: '2026-02-01',
    sortie: null,
    attestation: null,
    autresEspClap: [],
    cpts: null,
  });
});

test('a nurse of a centre gives its name and its FINESS number, read as she types it', () => {
  const centre = { nom: 'Centre de soins d’exemple', finess: '49 000 0031' };
  expect(memberSchema.parse({ ...nurse, exercice: 'centre-mono', centre }).centre).toEqual({
    nom: 'Centre de soins d’exemple',
    finess: '490000031',
  });
});

test('a member is read back the same from what was kept', () => {
  const kept = memberSchema.parse({ ...nurse, rpps: '810001234565', messagerie: ' ada@exemple.mssante.fr ' });
  expect(kept).toMatchObject({ rpps: '10001234565', messagerie: 'ada@exemple.mssante.fr' });
  expect(memberSchema.parse(kept)).toEqual(kept);
});

test.each([
  [{ nom: '  ' }, 'nom: Indiquez le nom.'],
  [{ prenom: 'Ada\nBcc: x' }, 'prenom: Écrivez le prénom sur une seule ligne.'],
  [{ prenom: '\u202eadA' }, 'prenom: Écrivez le prénom sans caractère invisible.'],
  [{ cpts: 'CPTS du\u200bLoir' }, 'cpts: Écrivez le nom de la CPTS sans caractère invisible.'],
  [{ profession: 'psychologue' }, 'profession: Choisissez une profession de santé de la liste.'],
  [{ exercice: 'msp' }, 'exercice: Choisissez le mode d’exercice.'],
  [{ exercice: 'centre-mono' }, 'centre: Indiquez le nom et le numéro FINESS du centre.'],
  [
    { centre: { nom: 'Centre', finess: '490000031' } },
    'centre: Un centre ne s’indique que pour un exercice en centre de soins mono-professionnel.',
  ],
  [
    { exercice: 'centre-mono', centre: { nom: 'Centre', finess: '490000032' } },
    'centre.finess: Un chiffre de ce numéro FINESS n’est pas le bon : sa clé ne correspond pas.',
  ],
  [{ rpps: '' }, 'rpps: Un numéro RPPS a onze chiffres.'],
  [{ commune: '5313' }, 'commune: Choisissez la commune d’exercice dans la liste.'],
  [
    { messagerie: 'ada' },
    'messagerie: Écrivez l’adresse de messagerie sécurisée, par exemple prenom.nom@domaine.mssante.fr.',
  ],
  [{ sortie: '2026-01-31' }, 'sortie: Le départ précède l’arrivée dans l’équipe.'],
  [{ entree: '2026-02-30' }, 'entree: DATE_INEXISTANTE'],
])('%o is refused, with what to write instead', (changes, expected) => {
  expect(errorsOf(changes)).toEqual([expected]);
});

test('a key that nobody knows is refused', () => {
  expect(memberSchema.safeParse({ ...nurse, iban: 'FR76' }).success).toBe(false);
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
