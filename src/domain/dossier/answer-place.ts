import type { GroupField, SimpleField } from '#domain/form/field.schema.ts';
import { type Form, fieldsOf } from '#domain/form/form.schema.ts';

/**
 * Where one answer of a draft is kept: `adresse` for a field of its own, `thematiques/<ligne>/intitule` in a line of a
 * group. Lines have ids that stay: two people who add, take away and write at once do not move each other's answers.
 */
export type AnswerPlace = {
  readonly champ: SimpleField;
  readonly ligne: { readonly groupe: GroupField; readonly id: string } | null;
};

/** The row of a draft that says that a line is there, and which comes first. */
export const linePlace = (group: string, line: string): string => `${group}/${line}`;

export const inLine = (group: string, line: string, key: string): string => `${linePlace(group, line)}/${key}`;

/** Ids of lines are made by the portal, and come back in forms. */
export const isLineId = (text: string): boolean => /^[a-z0-9-]{1,40}$/.test(text);

export const groupOf = (form: Form, key: string): GroupField | null => {
  const field = fieldsOf(form).find(({ cle }) => cle === key);
  return field?.type === 'groupe' ? field : null;
};

/** The place that a path means; null when the form has no such field. */
export function answerPlace(form: Form, path: string): AnswerPlace | null {
  const [key = '', line, inner, ...rest] = path.split('/');
  if (line === undefined) {
    const champ = fieldsOf(form).find(({ cle }) => cle === key);
    return champ && champ.type !== 'groupe' ? { champ, ligne: null } : null;
  }
  const groupe = groupOf(form, key);
  const champ = groupe?.champs.find(({ cle }) => cle === inner);
  return groupe && champ && isLineId(line) && rest.length === 0 ? { champ, ligne: { groupe, id: line } } : null;
}
