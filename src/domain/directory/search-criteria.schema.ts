import { z } from 'zod';
import { regionSlugs } from '#domain/shared/region.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { structureTypes } from './structure.schema.ts';

/** INSEE codes of the 18 regions, and of the collectivities that stand for themselves. */
const regionCodes = '01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94 975 977 978 984 986 987 988 989'.split(' ');

/** No radius beyond: more than the length of France says nothing of what is near. */
const longestRadius = 500;
export const largestPage = 200;
export const defaultPage = 50;

const decimal = /^-?\d{1,3}(?:\.\d{1,12})?$/;
const numbersOf = (text: string): number[] => text.split(',').map(Number);
const isPoint = ([lon, lat]: number[]): boolean => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90;
const decimals = (count: number, message: string) =>
  z.string({ error: message }).refine((text) => {
    const parts = text.split(',');
    return parts.length === count && parts.every((part) => decimal.test(part));
  }, message);

const wholeNumber = (min: number, max: number, message: string) =>
  z
    .string({ error: message })
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);

const typeMessage = `Les types connus sont ${structureTypes.join(', ')}.`;
const bboxMessage = 'Écrivez quatre nombres séparés par des virgules : ouest,sud,est,nord, en degrés.';
const pointMessage = 'Écrivez deux nombres séparés par une virgule : longitude,latitude, en degrés.';
const radiusMessage = `Écrivez un nombre de kilomètres, plus grand que 0 et jusqu’à ${longestRadius}.`;
const regionMessage = 'Écrivez le code INSEE de la région (« 44 ») ou son nom sans accent (« grand-est »).';

/** The filters of `/api/v1/structures` and of `/annuaire`, as text of an address. All may be absent. */
export const searchCriteriaSchema = z
  .strictObject({
    type: z
      .string()
      .transform((text, context) => {
        const wanted = [...new Set(text.split(','))];
        if (wanted.every((type) => (structureTypes as readonly string[]).includes(type)))
          return structureTypes.filter((type) => wanted.includes(type));
        context.addIssue({ code: 'custom', message: typeMessage });
        return z.NEVER;
      })
      .optional()
      .describe(`Types séparés par des virgules, parmi : ${structureTypes.join(', ')}.`),
    departement: z
      .string()
      .transform((text) => text.toUpperCase())
      .refine(
        (code) => /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46789])$/.test(code),
        'Écrivez un code de département : « 10 », « 2A » ou « 974 ».',
      )
      .optional()
      .describe('Code du département du siège ou du territoire.'),
    region: z
      .string()
      .refine((text) => regionCodes.includes(text) || (regionSlugs as string[]).includes(text), regionMessage)
      .optional()
      .describe('Code INSEE de la région, ou son nom en minuscules, sans accent et avec des tirets.'),
    epci: z
      .string()
      .regex(/^\d{9}$/, 'Écrivez les 9 chiffres du numéro SIREN de l’intercommunalité.')
      .optional()
      .describe('Numéro SIREN de l’intercommunalité.'),
    commune: z
      .string()
      .transform((text) => text.toUpperCase())
      .refine((code) => /^(?:\d{2}|2[AB])\d{3}$/.test(code), 'Écrivez un code INSEE de commune, comme « 10387 ».')
      .optional()
      .describe('Code INSEE de la commune du siège, ou d’une commune couverte.'),
    q: z
      .string()
      .max(100, 'Ce nom est trop long : 100 caractères au plus.')
      .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
      .refine((text) => text.length >= 2, 'Écrivez au moins 2 caractères du nom.')
      .optional()
      .describe('Mots du nom.'),
    bbox: decimals(4, bboxMessage)
      .transform(numbersOf)
      .refine(
        ([west, south, east, north]) =>
          isPoint([west!, south!]) && isPoint([east!, north!]) && west! < east! && south! < north!,
        bboxMessage,
      )
      .transform(([ouest, sud, est, nord]) => ({ ouest: ouest!, sud: sud!, est: est!, nord: nord! }))
      .optional()
      .describe('Rectangle ouest,sud,est,nord en degrés (WGS84).'),
    autour: decimals(2, pointMessage)
      .transform(numbersOf)
      .refine(isPoint, pointMessage)
      .transform(([lon, lat]) => ({ lon: lon!, lat: lat! }))
      .optional()
      .describe('Point longitude,latitude en degrés (WGS84), avec « rayon » : les plus proches d’abord.'),
    rayon: z
      .string()
      .regex(/^\d{1,3}(?:\.\d{1,3})?$/, radiusMessage)
      .transform(Number)
      .refine((km) => km > 0 && km <= longestRadius, radiusMessage)
      .optional()
      .describe(`Rayon autour du point, en kilomètres, jusqu’à ${longestRadius}. Va avec « autour ».`),
    page: wholeNumber(1, 100_000, 'Écrivez un numéro de page entier, à partir de 1.')
      .optional()
      .describe('Numéro de page, à partir de 1.'),
    taille: wholeNumber(1, largestPage, `Écrivez un nombre entier de 1 à ${largestPage}.`)
      .optional()
      .describe(`Nombre de structures par page, de 1 à ${largestPage} (${defaultPage} par défaut).`),
  })
  .superRefine(({ autour, rayon }, context) => {
    if (rayon !== undefined && autour === undefined)
      context.addIssue({ code: 'custom', path: ['rayon'], message: 'Un rayon demande un point : ajoutez « autour ».' });
    if (autour !== undefined && rayon === undefined)
      context.addIssue({ code: 'custom', path: ['rayon'], message: 'Un point demande un rayon : ajoutez « rayon ».' });
  })
  .transform(({ page, taille, ...filters }) => ({
    ...filters,
    page: page ?? 1,
    taille: taille ?? defaultPage,
  }));

/** Filters once read; an absent key does not filter. `region` is as it was written: code or slug. Radius in km. */
export type SearchCriteria = z.output<typeof searchCriteriaSchema>;

export type BadCriteria = { readonly erreurs: readonly { readonly champ: string; readonly message: string }[] };

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
  const erreurs = [...twice].map((champ) => ({ champ: shown(champ), message: 'Ce paramètre est donné deux fois.' }));
  for (const issue of read.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys')
      erreurs.push(...issue.keys.map((key) => ({ champ: shown(key), message: 'Ce paramètre n’existe pas.' })));
    else erreurs.push({ champ: shown(issue.path.join('.')), message: issue.message });
  }
  return read.success && erreurs.length === 0 ? accept(read.data) : refuse({ erreurs: erreurs.slice(0, mostErrors) });
}

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
