import { z } from 'zod';
import type { Field, SimpleField } from './field.schema.ts';
import { type Form, fieldsOf } from './form.schema.ts';

/** One answer, as it is kept. Null, an empty list and an empty box are no answer. */
export type SimpleValue = string | number | boolean | null | readonly string[];
export type LineValues = Readonly<Record<string, SimpleValue>>;
export type Value = SimpleValue | readonly LineValues[];
/** The answers of a form, by the key of its fields: every field has its place. */
export type Values = Readonly<Record<string, Value>>;

export function emptyValue({ type }: Pick<Field, 'type'>): Value {
  switch (type) {
    case 'texte':
    case 'texte-long':
    case 'secret':
    case 'choix':
    case 'nombre':
    case 'date':
    case 'commune':
    case 'oui-non':
      return null;
    case 'case':
      return false;
    case 'plusieurs':
    case 'personnes':
    case 'groupe':
      return [];
  }
}

/** A « non » and a zero are answers. */
export const isEmptyValue = (field: Pick<Field, 'type'>, value: Value): boolean =>
  value === null || (Array.isArray(value) && value.length === 0) || (field.type === 'case' && value === false);

export const emptyValues = (form: Form): Values =>
  Object.fromEntries(fieldsOf(form).map((field) => [field.cle, emptyValue(field)]));

/**
 * Reads the answers of a form from where they are kept. A field that the form has gained since is empty, one that it has
 * lost is left out. Whether an answer still suits its field is for `checkValues` to say.
 */
export const keptValuesSchema = (form: Form) => z.object(shapeOf(fieldsOf(form))) as unknown as z.ZodType<Values>;

const shapeOf = (fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field.cle, shape(field).default(emptyValue(field) as never)]));

function shape(field: Field): z.ZodType {
  switch (field.type) {
    case 'nombre':
      return z.number().nullable();
    case 'oui-non':
      return z.boolean().nullable();
    case 'case':
      return z.boolean();
    case 'plusieurs':
    case 'personnes':
      return z.array(z.string());
    case 'groupe':
      return z.array(z.object(shapeOf(field.champs satisfies readonly SimpleField[])));
    case 'texte':
    case 'texte-long':
    case 'secret':
    case 'choix':
    case 'date':
    case 'commune':
      return z.string().nullable();
  }
}
