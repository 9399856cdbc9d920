import { z } from 'zod';
import { inseeCodePattern } from '#domain/territory/codes.schema.ts';

/** What may be wrong with a parameter. */
export type ParamRefusal =
  | 'RECHERCHE_TROP_COURTE'
  | 'RECHERCHE_TROP_LONGUE'
  | 'LIMITE_ILLISIBLE'
  | 'CODE_COMMUNE_ILLISIBLE'
  | 'PARAMETRE_REPETE'
  | 'PARAMETRE_INCONNU';
const refused = (code: ParamRefusal): ParamRefusal => code;

/** What `/api/v1/communes` may be asked: `limite` is how many communes at most. */
export const communesQuery = z.strictObject({
  q: z
    .string({ error: refused('RECHERCHE_TROP_COURTE') })
    .max(100, refused('RECHERCHE_TROP_LONGUE'))
    .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .refine((text) => text.length >= 2, refused('RECHERCHE_TROP_COURTE')),
  limite: z
    .string()
    .regex(/^(?:[1-9]|1\d|20)$/, refused('LIMITE_ILLISIBLE'))
    .transform(Number)
    .default(8),
});

/** What `/api/v1/dac` may be asked. */
export const dacQuery = z.strictObject({
  commune: z
    .string({ error: refused('CODE_COMMUNE_ILLISIBLE') })
    .transform((code) => code.toUpperCase())
    .refine((code) => inseeCodePattern.test(code), refused('CODE_COMMUNE_ILLISIBLE')),
});

/** For addresses that take no parameter. */
export const noQuery = z.strictObject({});
