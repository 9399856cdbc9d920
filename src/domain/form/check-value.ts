import { isCivilDate } from '#domain/shared/civil-date.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { communeByCode } from '#domain/territory/commune-index.ts';
import { dayOfBound } from './day-bound.ts';
import type { GroupField, SimpleField } from './field.schema.ts';
import type { FieldRefusal } from './field-refusal.ts';
import { formatRefusal } from './text-format.ts';
import { isEmptyValue, type SimpleValue } from './values.ts';

/** What answers are checked against, besides their form. */
export type FormFacts = {
  /** The civil day in Paris. */
  readonly today: string;
  readonly communes: CommuneIndex;
  /** The people whom a form may name, by the id of their row. */
  readonly people?: readonly { readonly id: string; readonly nom: string }[];
};

/** Why an answer does not suit its field, or null. An empty one is wrong when the field is mandatory, and then alone. */
export function valueRefusal(
  field: SimpleField,
  value: SimpleValue,
  isMandatory: boolean,
  facts: FormFacts,
): FieldRefusal | null {
  if (isEmptyValue(field, value)) return isMandatory ? { code: 'VIDE' } : null;
  switch (field.type) {
    case 'texte':
      return (
        lineRefusal(String(value)) ?? lengthRefusal(field, String(value)) ?? formatRefusal(String(value), field.format)
      );
    case 'texte-long':
      return lengthRefusal(field, String(value));
    case 'secret':
      return lengthRefusal({ max: field.max }, String(value));
    case 'choix':
      return isAmong(field.options, [String(value)]) ? null : { code: 'HORS_LISTE' };
    case 'plusieurs':
      return isAmong(field.options, textsOf(value))
        ? countRefusal(field, textsOf(value).length)
        : { code: 'HORS_LISTE' };
    case 'nombre':
      return numberRefusal(field, Number(value));
    case 'date':
      return dayRefusal(field, String(value), facts.today);
    case 'commune':
      return communeByCode(facts.communes, String(value)) ? null : { code: 'COMMUNE_INCONNUE' };
    case 'personnes': {
      const known = new Set(facts.people?.map(({ id }) => id));
      return textsOf(value).every((id) => known.has(id))
        ? countRefusal(field, textsOf(value).length)
        : { code: 'PERSONNE_INCONNUE' };
    }
    case 'oui-non':
    case 'case':
      return null;
  }
}

/** Why a group has too few or too many lines, or null. */
export function groupRefusal(field: GroupField, lines: number, isMandatory: boolean): FieldRefusal | null {
  if (lines === 0) return isMandatory ? { code: 'VIDE' } : null;
  return countRefusal(field, lines);
}

const textsOf = (value: SimpleValue): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

const isAmong = (options: readonly { readonly valeur: string }[], texts: readonly string[]): boolean =>
  texts.every((text) => options.some(({ valeur }) => valeur === text));

function lineRefusal(text: string): FieldRefusal | null {
  if (/[\n\r\u2028\u2029]/u.test(text)) return { code: 'PLUSIEURS_LIGNES' };
  return /\p{C}/u.test(text) ? { code: 'CARACTERE_INVISIBLE' } : null;
}

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };

/** Characters are counted as browsers count them. */
function lengthRefusal({ min = 0, max = Number.POSITIVE_INFINITY }: Bounds, { length }: string): FieldRefusal | null {
  if (length < min) return { code: 'TROP_COURT', caracteres: length, minimum: min };
  return length > max ? { code: 'TROP_LONG', caracteres: length, maximum: max } : null;
}

function countRefusal({ min = 0, max = Number.POSITIVE_INFINITY }: Bounds, nombre: number): FieldRefusal | null {
  if (nombre < min) return { code: 'TROP_PEU', nombre, minimum: min };
  return nombre > max ? { code: 'TROP', nombre, maximum: max } : null;
}

type Of<Kind extends SimpleField['type']> = Extract<SimpleField, { readonly type: Kind }>;

function numberRefusal({ min, max, decimales = 0 }: Of<'nombre'>, value: number): FieldRefusal | null {
  if (value < min) return { code: 'NOMBRE_TROP_PETIT', minimum: min };
  if (value > max) return { code: 'NOMBRE_TROP_GRAND', maximum: max };
  return Number(value.toFixed(decimales)) === value ? null : { code: 'TROP_DE_DECIMALES', decimales };
}

function dayRefusal({ min, max }: Of<'date'>, day: string, today: string): FieldRefusal | null {
  if (!isCivilDate(day)) return { code: 'PAS_UNE_DATE' };
  const first = min && dayOfBound(min, today);
  const last = max && dayOfBound(max, today);
  if (first && day < first) return { code: 'DATE_TROP_TOT', premierJour: first };
  return last && day > last ? { code: 'DATE_TROP_TARD', dernierJour: last } : null;
}
