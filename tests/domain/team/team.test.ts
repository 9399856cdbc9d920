import { expect, test } from 'vitest';
import { teamNameKey, teamSchemaFor } from '#domain/team/team.schema.ts';

const schema = teamSchemaFor(['44', '49', '53', '72', '85']);

test('a team has a name, its spaces tidied, and départements of its region, in order', () => {
  expect(schema.parse({ nom: '  Équipe   du Loir ', departements: ['72', '49'] })).toEqual({
    nom: 'Équipe du Loir',
    departements: ['49', '72'],
  });
});

test.each([
  [{ nom: 'AB', departements: ['44'] }, 'Écrivez le nom de l’équipe en 3 caractères au moins.'],
  [{ nom: 'é'.repeat(81), departements: ['44'] }, 'Écrivez le nom de l’équipe en 80 caractères au plus.'],
  [{ nom: '- - -', departements: ['44'] }, 'Écrivez le nom de l’équipe avec des lettres ou des chiffres.'],
  [{ nom: 'Équipe du Loir\0b', departements: ['44'] }, 'Écrivez le nom de l’équipe sans caractère invisible.'],
  [{ nom: 'Équipe \u202eriol ud', departements: ['44'] }, 'Écrivez le nom de l’équipe sans caractère invisible.'],
  [{ nom: 'Équipe', departements: [] }, 'Choisissez au moins un département.'],
  [{ nom: 'Équipe', departements: ['75'] }, 'Choisissez parmi ces départements : 44, 49, 53, 72, 85.'],
  [{ nom: 'Équipe', departements: ['44', '44'] }, 'Le même département est choisi deux fois.'],
])('%o is refused', (team, message) => {
  expect(schema.safeParse(team).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test('names of 3 and of 80 characters are accepted', () => {
  expect(schema.safeParse({ nom: 'ABC', departements: ['44'] }).success).toBe(true);
  expect(schema.safeParse({ nom: 'é'.repeat(80), departements: ['44'] }).success).toBe(true);
});

test.each([
  ['Équipe du Loir', 'equipe  du-loir', true],
  ['Cœur de Mayenne', 'COEUR DE MAYENNE', true],
  ['Équipe du Loir', 'Équipe du Loiret', false],
])('« %s » and « %s » are the same name: %s', (one, other, same) => {
  expect(teamNameKey(one) === teamNameKey(other)).toBe(same);
});
