import { isCivilDate } from '#domain/shared/civil-date.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { SimpleField } from './field.schema.ts';
import type { FieldRefusal } from './field-refusal.ts';
import { tidyText } from './text-format.ts';
import { tidyLine, tidyLongText } from './tidy-text.ts';
import type { SimpleValue } from './values.ts';

/** Communes are not read here: what a text means depends on the communes of today. */
export type ReadableField = Exclude<SimpleField, { readonly type: 'commune' }>;

/**
 * The answer that the texts of a field stand for, tidied, before its limits are checked. Of a field that holds one
 * answer, the first text counts. An empty text is no answer.
 */
export function readValue(field: ReadableField, texts: readonly string[]): Result<SimpleValue, FieldRefusal> {
  const [text = ''] = texts;
  switch (field.type) {
    case 'texte':
      return accept(tidyText(tidyLine(text), field.format) || null);
    case 'texte-long':
      return accept(tidyLongText(text) || null);
    case 'secret':
      return accept(text || null);
    case 'choix':
      return accept(text || null);
    case 'plusieurs':
    case 'personnes':
      return accept([...new Set(texts.filter((one) => one !== ''))]);
    case 'nombre':
      return readNumber(text);
    case 'date':
      return readDay(text.trim());
    case 'oui-non':
      if (text === '') return accept(null);
      return text === 'oui' || text === 'non' ? accept(text === 'oui') : refuse({ code: 'HORS_LISTE' });
    case 'case':
      return accept(text !== '');
  }
}

/** « 1 200 », « 12,5 »: as French is written, with a point taken for a comma. */
function readNumber(text: string): Result<number | null, FieldRefusal> {
  const bare = text
    .replaceAll(/\s/gu, '')
    .replace(/^\u2212/u, '-')
    .replace(',', '.');
  if (bare === '') return accept(null);
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(bare) ? accept(Number(bare) + 0) : refuse({ code: 'PAS_UN_NOMBRE' });
}

/** AAAA-MM-JJ, as browsers send it, or JJ/MM/AAAA, as people type it where a browser has no calendar. */
function readDay(text: string): Result<string | null, FieldRefusal> {
  if (text === '') return accept(null);
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return isCivilDate(iso) ? accept(iso) : refuse({ code: 'PAS_UNE_DATE' });
}
