import type { Field } from './field.schema.ts';
import { type Form, fieldsOf } from './form.schema.ts';
import { emptyValue, type Value, type Values } from './values.ts';

/** A field whose answer is not the same in two versions of a form. */
export type Difference = { readonly champ: Field; readonly avant: Value; readonly apres: Value };

/** What changed from one version of the answers to another, in the order of the form. */
export const differences = (form: Form, before: Values, after: Values): Difference[] =>
  fieldsOf(form).flatMap((champ) => {
    const avant = before[champ.cle] ?? emptyValue(champ);
    const apres = after[champ.cle] ?? emptyValue(champ);
    return isSameValue(avant, apres) ? [] : [{ champ, avant, apres }];
  });

/** The order in which boxes were ticked or people chosen says nothing; that of lines does. */
function isSameValue(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  if (one.length !== other.length) return false;
  if (one.every((item) => typeof item === 'string')) return one.every((item) => other.includes(item));
  return one.every((line, index) => isSameLine(line, other[index]));
}

const isSameLine = (one: Values, other: Values): boolean =>
  Object.keys({ ...one, ...other }).every((key) => isSameValue(one[key] ?? null, other[key] ?? null));
