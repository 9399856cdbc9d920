import type { FormRefusal } from '#domain/form/check-form.ts';
import { type FormFacts, groupRefusal, valueRefusal } from '#domain/form/check-value.ts';
import { type Answers, isMandatory, isShown } from '#domain/form/conditions.ts';
import type { FormOf, FormRules, PartialValuesOf, ValuesOf } from '#domain/form/described-form.ts';
import type { GroupField, SimpleField } from '#domain/form/field.schema.ts';
import { lineName } from '#domain/form/field-names.ts';
import type { FieldRefusal } from '#domain/form/field-refusal.ts';
import { type Form, fieldsOf } from '#domain/form/form.schema.ts';
import { mayChange } from '#domain/form/form-view.ts';
import { linesShown } from '#domain/form/lines.ts';
import { readValue } from '#domain/form/read-value.ts';
import {
  emptyValue,
  isEmptyValue,
  type LineValues,
  type SimpleValue,
  type Value,
  type Values,
} from '#domain/form/values.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { refusalSentence } from '../messages/form/field-sentences.ts';
import type { FieldErrors, Typed } from './form.ts';
import { typedCommune } from './typed-commune.ts';

/** What a form says, once read. */
export type Reading<Rules> = {
  /** What is right, by field; what is wrong, missing or not shown is empty. */
  readonly values: PartialValuesOf<Rules>;
  /** What is wrong or missing, in the order of the form. */
  readonly refusals: readonly FormRefusal[];
};

/** Who types, and what stays where she may not change it. Without it, she changes what everyone may. */
export type Typist = { readonly roles: readonly string[]; readonly kept: Values };

/**
 * Reads a form that was posted. Only fields of its description are looked at; those that are not shown are empty,
 * whatever was sent; of a field that holds one answer, the first that was sent counts.
 */
export function readForm<const Rules extends FormRules>(
  form: FormOf<Rules>,
  typed: Typed,
  facts: FormFacts,
  { roles, kept }: Typist = { roles: [], kept: {} },
): Reading<Rules> {
  const values: Record<string, Value> = {};
  const refusals: FormRefusal[] = [];
  for (const field of fieldsOf(form)) {
    values[field.cle] = emptyValue(field);
    if (!isShown(field, values)) continue;
    if (!mayChange(field, roles)) {
      values[field.cle] = kept[field.cle] ?? emptyValue(field);
      continue;
    }
    if (field.type === 'groupe') {
      const { lines, wrong } = readLines(field, typed, facts, values);
      values[field.cle] = lines;
      refusals.push(...wrong);
      continue;
    }
    const read = readField(field, field.cle, typed, facts, values);
    if (read.ok) values[field.cle] = read.value;
    else refusals.push({ nom: field.cle, champ: field, refusal: read.refusal });
  }
  return { values: values as PartialValuesOf<Rules>, refusals };
}

/** The answers when all is right, else a sentence a field. */
export const complete = <Rules>({ values, refusals }: Reading<Rules>): Result<ValuesOf<Rules>, FieldErrors> =>
  refusals.length === 0 ? accept(values as unknown as ValuesOf<Rules>) : refuse(errorsOf(refusals));

/** A sentence a field, in the order of the form. */
export const errorsOf = (refusals: readonly FormRefusal[]): FieldErrors =>
  Object.fromEntries(refusals.map((one) => [one.nom, refusalSentence(one)]));

/** Sentences from elsewhere, put in the order of the form; those of fields that it does not have come last. */
export function inOrder(form: Form, errors: FieldErrors): FieldErrors {
  const keys = fieldsOf(form).map(({ cle }) => cle);
  const rank = (name: string) => (keys.includes(name) ? keys.indexOf(name) : keys.length);
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => rank(one) - rank(other)));
}

function readField(
  field: SimpleField,
  name: string,
  typed: Typed,
  facts: FormFacts,
  answers: Answers,
): Result<SimpleValue, FieldRefusal> {
  const read = field.type === 'commune' ? readCommune(name, typed, facts) : readValue(field, typed.getAll(name));
  if (!read.ok) return read;
  const refusal = valueRefusal(field, read.value, isMandatory(field, answers), facts);
  return refusal ? refuse(refusal) : read;
}

function readCommune(name: string, typed: Typed, { communes }: FormFacts): Result<string | null, FieldRefusal> {
  const commune = typedCommune(communes, typed, name);
  switch (commune.kind) {
    case 'found':
      return accept(commune.code);
    case 'empty':
      return accept(null);
    case 'unknown':
      return refuse({ code: 'COMMUNE_INCONNUE' });
    case 'several':
      return refuse({ code: 'COMMUNE_A_CHOISIR' });
  }
}

/** The lines that hold something: an empty one says nothing, wherever it stands. */
function readLines(group: GroupField, typed: Typed, facts: FormFacts, values: Answers) {
  const lines: LineValues[] = [];
  const wrong: FormRefusal[] = [];
  for (let line = 1; line <= linesShown(group, typed); line++) {
    const read = readLine(group, line, typed, facts, values);
    if (read === null) continue;
    lines.push(read.values);
    wrong.push(...read.wrong);
  }
  const refusal = groupRefusal(group, lines.length, isMandatory(group, values));
  return { lines, wrong: refusal ? [{ nom: group.cle, champ: group, refusal }, ...wrong] : wrong };
}

function readLine(group: GroupField, line: number, typed: Typed, facts: FormFacts, values: Answers) {
  const own: Record<string, SimpleValue> = {};
  const wrong: FormRefusal[] = [];
  for (const field of group.champs) {
    own[field.cle] = emptyValue(field) as SimpleValue;
    const answers = { ...values, ...own };
    if (!isShown(field, answers)) continue;
    const name = lineName(group.cle, line, field.cle);
    const read = readField(field, name, typed, facts, answers);
    if (read.ok) own[field.cle] = read.value;
    else wrong.push({ nom: name, champ: field, ligne: { groupe: group, numero: line }, refusal: read.refusal });
  }
  const saysNothing = group.champs.every((field) => isEmptyValue(field, own[field.cle] ?? null));
  return saysNothing && wrong.every(({ refusal }) => refusal.code === 'VIDE') ? null : { values: own, wrong };
}
