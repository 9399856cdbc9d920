import { expect, test } from 'vitest';
import { answersOfTeam, teamNameKey, teamOfAnswers } from '#domain/team/team.schema.ts';

test('a team keeps its départements in order', () => {
  const team = teamOfAnswers({ 'equipe-nom': 'Équipe du Loir', departements: ['72', '49'] });
  expect(team).toEqual({ nom: 'Équipe du Loir', departements: ['49', '72'] });
  expect(teamOfAnswers(answersOfTeam(team))).toEqual(team);
});

test.each([
  ['Équipe du Loir', 'equipe  du-loir', true],
  ['Cœur de Mayenne', 'COEUR DE MAYENNE', true],
  ['Équipe du Loir', 'Équipe du Loiret', false],
])('« %s » and « %s » are the same name: %s', (one, other, same) => {
  expect(teamNameKey(one) === teamNameKey(other)).toBe(same);
});
