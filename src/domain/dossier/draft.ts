import { z } from 'zod';
import type { Field, GroupField, SimpleField } from '#domain/form/field.schema.ts';
import { type Form, fieldsOf } from '#domain/form/form.schema.ts';
import { emptyValue, keptValuesSchema, type SimpleValue, type Value, type Values } from '#domain/form/values.ts';
import { inLine } from './answer-place.ts';

/** An answer as a draft keeps it. */
export const keptAnswerSchema: z.ZodType<SimpleValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);

/** One row of a draft: an answer, or a line of a group with its rank (null once it was taken away). */
export type DraftRow = { readonly champ: string; readonly valeur: SimpleValue };

/** The ids of the lines of a group, in their order. */
export function linesOf(group: Pick<GroupField, 'cle'>, rows: readonly DraftRow[]): string[] {
  return rows
    .flatMap(({ champ, valeur }) => {
      const [key, id, ...rest] = champ.split('/');
      const isThere = key === group.cle && id !== undefined && rest.length === 0 && typeof valeur === 'number';
      return isThere ? [{ id, rank: valeur }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}

/** The answers of a draft as a form reads them. What is not of the kind of its field is no answer. */
export function draftValues(form: Form, rows: readonly DraftRow[]): Values {
  const kept = new Map(rows.map(({ champ, valeur }) => [champ, valeur]));
  const answerTo = (field: Field): Value =>
    field.type === 'groupe'
      ? linesOf(field, rows).map((id) =>
          Object.fromEntries(
            field.champs.map((inner) => [inner.cle, asOfField(inner, kept.get(inLine(field.cle, id, inner.cle)))]),
          ),
        )
      : asOfField(field, kept.get(field.cle));
  return Object.fromEntries(fieldsOf(form).map((field) => [field.cle, answerTo(field)]));
}

function asOfField(field: SimpleField, value: SimpleValue | undefined): SimpleValue {
  const read = keptValuesSchema({ sections: [{ cle: 'champ', champs: [field] }] }).safeParse({ [field.cle]: value });
  return (read.success ? read.data[field.cle] : emptyValue(field)) as SimpleValue;
}
