import { z } from 'zod';
import type { FormRules, ValuesOf } from '#domain/form/described-form.ts';

/**
 * What a team says of itself, in a region whose départements are given (codes, as in the territory's data). That the
 * name is free in its region is for whoever holds the teams to check, by `teamNameKey`.
 */
export const teamRules = (departements: readonly string[]) =>
  ({
    'equipe-nom': { type: 'texte', obligatoire: true, min: 3, max: 80, format: 'nom' },
    departements: { type: 'plusieurs', obligatoire: true, options: departements },
  }) as const satisfies FormRules;
export type TeamAnswers = ValuesOf<ReturnType<typeof teamRules>>;

/** Codes of départements, as they are kept. */
export const departementsSchema = z.array(z.string());

export type Team = { readonly nom: string; readonly departements: string[] };

export const teamOfAnswers = (answers: TeamAnswers): Team => ({
  nom: answers['equipe-nom'],
  departements: answers.departements.toSorted(),
});

export const answersOfTeam = ({ nom, departements }: Team): TeamAnswers => ({ 'equipe-nom': nom, departements });

/** Two names with the same key are the same name to a reader: case, accents, spaces and signs fall away. */
export const teamNameKey = (nom: string): string =>
  nom
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
