import { type FormFacts, groupRefusal, valueRefusal } from './check-value.ts';
import { type Answers, isMandatory, isShown } from './conditions.ts';
import type { Field, GroupField } from './field.schema.ts';
import { lineName } from './field-names.ts';
import type { FieldRefusal } from './field-refusal.ts';
import { type Form, fieldsOf } from './form.schema.ts';
import { emptyValue, type LineValues, type SimpleValue, type Value, type Values } from './values.ts';

/** Something wrong in a form: where, as forms name it, in which field, in which line of a group, and why. */
export type FormRefusal = {
  readonly nom: string;
  readonly champ: Field;
  readonly ligne?: { readonly groupe: GroupField; readonly numero: number };
  readonly refusal: FieldRefusal;
};

/**
 * All that is wrong in the answers of a form as they are kept, in the order of its fields. What is not shown is not
 * asked for.
 */
export function checkValues(form: Form, values: Values, facts: FormFacts): FormRefusal[] {
  return fieldsOf(form).flatMap((field): FormRefusal[] => {
    if (!isShown(field, values)) return [];
    const value = values[field.cle] ?? emptyValue(field);
    const mandatory = isMandatory(field, values);
    if (field.type === 'groupe') return groupRefusals(field, value as readonly LineValues[], mandatory, values, facts);
    return refusalAt(field.cle, field, valueRefusal(field, value as SimpleValue, mandatory, facts));
  });
}

function groupRefusals(
  group: GroupField,
  lines: readonly LineValues[],
  mandatory: boolean,
  values: Answers,
  facts: FormFacts,
): FormRefusal[] {
  const inside = lines.flatMap((line, index) => lineRefusals(group, line, index + 1, values, facts));
  return [...refusalAt(group.cle, group, groupRefusal(group, lines.length, mandatory)), ...inside];
}

/** What is wrong in one line of a group. */
export function lineRefusals(
  group: GroupField,
  line: LineValues,
  number: number,
  values: Answers,
  facts: FormFacts,
): FormRefusal[] {
  const answers = { ...values, ...line };
  return group.champs.flatMap((field): FormRefusal[] => {
    if (!isShown(field, answers)) return [];
    const value = (line[field.cle] ?? emptyValue(field)) as SimpleValue;
    const refusal = valueRefusal(field, value, isMandatory(field, answers), facts);
    const ligne = { groupe: group, numero: number };
    return refusal ? [{ nom: lineName(group.cle, number, field.cle), champ: field, ligne, refusal }] : [];
  });
}

const refusalAt = (nom: string, champ: Field, refusal: FieldRefusal | null): FormRefusal[] =>
  refusal ? [{ nom, champ, refusal }] : [];

/** The answers without those of fields that are not shown: what decides is before what depends on it. */
export function onlyShown(form: Form, values: Values): Values {
  const kept: Record<string, Value> = {};
  for (const field of fieldsOf(form)) {
    const value = values[field.cle] ?? emptyValue(field);
    if (!isShown(field, kept)) kept[field.cle] = emptyValue(field);
    else if (field.type === 'groupe')
      kept[field.cle] = (value as readonly LineValues[]).map((line) => shownInLine(field, line, kept));
    else kept[field.cle] = value;
  }
  return kept;
}

function shownInLine(group: GroupField, line: LineValues, values: Answers): LineValues {
  const kept: Record<string, SimpleValue> = {};
  for (const field of group.champs) {
    const value = line[field.cle] ?? emptyValue(field);
    kept[field.cle] = (isShown(field, { ...values, ...kept }) ? value : emptyValue(field)) as SimpleValue;
  }
  return kept;
}
