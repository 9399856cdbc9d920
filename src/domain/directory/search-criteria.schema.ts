import { z } from 'zod';
import { regionSlugs } from '#domain/shared/region.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { inseeCodePattern } from '#domain/territory/codes.schema.ts';
import type { FilterError, FilterRefusal } from './filter-error.ts';
import { structureTypes } from './structure.schema.ts';

/** INSEE codes of the 18 regions, and of the collectivities that stand for themselves. */
const regionCodes = '01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94 975 977 978 984 986 987 988 989'.split(' ');

/** No radius beyond: more than the length of France says nothing of what is near. */
export const longestRadius = 500;
export const largestPage = 200;
export const defaultPage = 50;

const refused = (code: FilterRefusal): FilterRefusal => code;

const decimal = /^-?\d{1,3}(?:\.\d{1,12})?$/;
const numbersOf = (text: string): number[] => text.split(',').map(Number);
const isPoint = ([lon, lat]: number[]): boolean => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90;
const decimals = (count: number, refusal: FilterRefusal) =>
  z.string().refine((text) => {
    const parts = text.split(',');
    return parts.length === count && parts.every((part) => decimal.test(part));
  }, refusal);

const wholeNumber = (min: number, max: number, refusal: FilterRefusal) =>
  z
    .string()
    .regex(/^\d{1,6}$/, refusal)
    .transform(Number)
    .refine((value) => value >= min && value <= max, refusal);

/** The filters of `/api/v1/structures` and of `/annuaire`, as text of an address. All may be absent. */
export const searchCriteriaSchema = z
  .strictObject({
    type: z
      .string()
      .transform((text, context) => {
        const wanted = [...new Set(text.split(','))];
        if (wanted.every((type) => (structureTypes as readonly string[]).includes(type)))
          return structureTypes.filter((type) => wanted.includes(type));
        context.addIssue({ code: 'custom', message: refused('TYPE_INCONNU') });
        return z.NEVER;
      })
      .optional(),
    departement: z
      .string()
      .transform((text) => text.toUpperCase())
      .refine(
        (code) => /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46789])$/.test(code),
        refused('DEPARTEMENT_INCONNU'),
      )
      .optional(),
    region: z
      .string()
      .refine(
        (text) => regionCodes.includes(text) || (regionSlugs as readonly string[]).includes(text),
        refused('REGION_INCONNUE'),
      )
      .optional(),
    epci: z
      .string()
      .regex(/^\d{9}$/, refused('SIREN_ILLISIBLE'))
      .optional(),
    commune: z
      .string()
      .transform((text) => text.toUpperCase())
      .refine((code) => inseeCodePattern.test(code), refused('CODE_COMMUNE_ILLISIBLE'))
      .optional(),
    q: z
      .string()
      .max(100, refused('NOM_TROP_LONG'))
      .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
      .refine((text) => text.length >= 2, refused('NOM_TROP_COURT'))
      .optional(),
    bbox: decimals(4, 'RECTANGLE_ILLISIBLE')
      .transform(numbersOf)
      .refine(
        ([west, south, east, north]) =>
          isPoint([west!, south!]) && isPoint([east!, north!]) && west! < east! && south! < north!,
        'RECTANGLE_ILLISIBLE',
      )
      .transform(([ouest, sud, est, nord]) => ({ ouest: ouest!, sud: sud!, est: est!, nord: nord! }))
      .optional(),
    autour: decimals(2, 'POINT_ILLISIBLE')
      .transform(numbersOf)
      .refine(isPoint, 'POINT_ILLISIBLE')
      .transform(([lon, lat]) => ({ lon: lon!, lat: lat! }))
      .optional(),
    rayon: z
      .string()
      .regex(/^\d{1,3}(?:\.\d{1,3})?$/, refused('RAYON_ILLISIBLE'))
      .transform(Number)
      .refine((km) => km > 0 && km <= longestRadius, refused('RAYON_ILLISIBLE'))
      .optional(),
    page: wholeNumber(1, 100_000, 'PAGE_ILLISIBLE').optional(),
    taille: wholeNumber(1, largestPage, 'TAILLE_ILLISIBLE').optional(),
  })
  .superRefine(({ autour, rayon }, context) => {
    if (rayon !== undefined && autour === undefined)
      context.addIssue({ code: 'custom', path: ['rayon'], message: refused('RAYON_SANS_POINT') });
    if (autour !== undefined && rayon === undefined)
      context.addIssue({ code: 'custom', path: ['rayon'], message: refused('POINT_SANS_RAYON') });
  })
  .transform(({ page, taille, ...filters }) => ({
    ...filters,
    page: page ?? 1,
    taille: taille ?? defaultPage,
  }));

/** Filters once read; an absent key does not filter. `region` is as it was written: code or slug. Radius in km. */
export type SearchCriteria = z.output<typeof searchCriteriaSchema>;

export type BadCriteria = { readonly erreurs: readonly FilterError[] };

/** More errors than this help nobody, and a thousand made-up parameters must not make a long answer. */
const mostErrors = 20;

/**
 * Reads the filters of an address. `type` may be repeated (check boxes of a form); anything else twice is refused.
 * A form sends its empty fields: with `emptyIsAbsent` they do not filter, without it they are refused as malformed.
 */
export function parseSearchCriteria(
  params: URLSearchParams,
  { emptyIsAbsent = false }: { readonly emptyIsAbsent?: boolean } = {},
): Result<SearchCriteria, BadCriteria> {
  const given = [...params].filter(([, value]) => !(emptyIsAbsent && value.trim() === ''));
  const input: Record<string, string> = Object.create(null);
  const twice = new Set<string>();
  for (const [name, value] of given) {
    if (input[name] === undefined) input[name] = value;
    else if (name === 'type') input[name] += `,${value}`;
    else twice.add(name);
  }
  const read = searchCriteriaSchema.safeParse({ ...input });
  const erreurs = [...twice].map((champ): FilterError => ({ champ: shown(champ), code: 'PARAMETRE_REPETE' }));
  for (const issue of read.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys')
      erreurs.push(...issue.keys.map((key): FilterError => ({ champ: shown(key), code: 'PARAMETRE_INCONNU' })));
    else erreurs.push({ champ: shown(issue.path.join('.')), code: issue.message as FilterRefusal });
  }
  return read.success && erreurs.length === 0 ? accept(read.data) : refuse({ erreurs: erreurs.slice(0, mostErrors) });
}

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
