import { z } from 'zod';

/**
 * What a team says of itself, in a region whose départements are given (codes, as in the territory's data). That the
 * name is free in its region is for whoever holds the teams to check, by `teamNameKey`.
 */
export const teamSchemaFor = (departements: readonly string[]) =>
  z.strictObject({
    nom: z
      .string()
      .transform((text) => text.trim().replaceAll(/\s+/g, ' '))
      .pipe(
        z
          .string()
          .min(3, 'Écrivez le nom de l’équipe en 3 caractères au moins.')
          .max(80, 'Écrivez le nom de l’équipe en 80 caractères au plus.')
          // They show as nothing, or end a text halfway: with one, the name of another team could be taken.
          .regex(/^\P{C}*$/u, 'Écrivez le nom de l’équipe sans caractère invisible.')
          .regex(/[\p{L}\p{N}]/u, 'Écrivez le nom de l’équipe avec des lettres ou des chiffres.'),
      ),
    departements: z
      .array(z.enum(departements, { error: `Choisissez parmi ces départements : ${departements.join(', ')}.` }))
      .min(1, 'Choisissez au moins un département.')
      .refine((codes) => new Set(codes).size === codes.length, 'Le même département est choisi deux fois.')
      .transform((codes) => codes.toSorted()),
  });
export type Team = z.infer<ReturnType<typeof teamSchemaFor>>;

/** Two names with the same key are the same name to a reader: case, accents, spaces and signs fall away. */
export const teamNameKey = (nom: string): string =>
  nom
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
