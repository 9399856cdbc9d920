import type { Field } from '#domain/form/field.schema.ts';
import { lineName } from '#domain/form/field-names.ts';
import type { Form } from '#domain/form/form.schema.ts';
import { fieldsOf } from '#domain/form/form.schema.ts';
import { linesShown } from '#domain/form/lines.ts';
import { isCivilDate } from '#domain/shared/civil-date.ts';
import { frenchDay } from '../shared/days.ts';

type People = readonly { readonly id: string; readonly nom: string }[];

/** What a field of a form holds, as people read it; empty for no answer. */
export function typedWords(
  field: Field,
  typed: URLSearchParams,
  people: People = [],
  name: string = field.cle,
): string {
  const text = typed.get(name)?.trim() ?? '';
  switch (field.type) {
    case 'texte':
    case 'texte-long':
    case 'nombre':
    case 'commune':
      return text;
    case 'secret':
      return text && '(caché)';
    case 'date':
      return isCivilDate(text) ? frenchDay(text) : text;
    case 'choix':
    case 'plusieurs': {
      const chosen = field.options.filter(({ valeur }) => typed.getAll(name).includes(valeur));
      return chosen.map(({ libelle }) => libelle).join(', ');
    }
    case 'personnes':
      return people
        .filter(({ id }) => typed.getAll(name).includes(id))
        .map(({ nom }) => nom)
        .join(', ');
    case 'oui-non':
      return text === 'oui' ? 'Oui' : text === 'non' ? 'Non' : '';
    case 'case':
      return text ? 'Oui' : 'Non';
    case 'groupe':
      return Array.from({ length: linesShown(field, typed) }, (_, index) => index + 1)
        .map((line) => lineWords(field.champs, typed, people, (cle) => lineName(field.cle, line, cle)))
        .filter(Boolean)
        .join(' ; ');
  }
}

function lineWords(
  fields: readonly Field[],
  typed: URLSearchParams,
  people: People,
  nameOf: (cle: string) => string,
): string {
  const [first, ...others] = fields.map((field) => {
    const words = typedWords(field, typed, people, nameOf(field.cle));
    return { words: field.type === 'case' && words === 'Non' ? '' : words, libelle: field.libelle };
  });
  const more = others.filter(({ words }) => words).map(({ libelle, words }) => `${libelle} : ${words}`);
  return [first?.words, more.length > 0 && `(${more.join(', ')})`].filter(Boolean).join(' ');
}

/** Two versions of a form, field by field in words: the fields that differ. */
export const differentWords = (
  form: Form,
  before: URLSearchParams,
  after: URLSearchParams,
  people: People = [],
): readonly (readonly [field: string, before: string, after: string])[] =>
  fieldsOf(form)
    .map((field) => [field.libelle, typedWords(field, before, people), typedWords(field, after, people)] as const)
    .filter(([, one, other]) => one !== other);
