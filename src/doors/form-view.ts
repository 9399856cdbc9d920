import type { FormFacts } from '#domain/form/check-value.ts';
import type { FormOf, FormRules } from '#domain/form/described-form.ts';
import type { Field, SimpleField } from '#domain/form/field.schema.ts';
import { communeNames, lineCountName, lineName, placeInGroup, postedNames } from '#domain/form/field-names.ts';
import { type Form, fieldsOf } from '#domain/form/form.schema.ts';
import { type FormView, mayChange } from '#domain/form/form-view.ts';
import { linesShown } from '#domain/form/lines.ts';
import type { LineValues, SimpleValue, Values } from '#domain/form/values.ts';
import { type CommuneIndex, communeByCode } from '#domain/territory/commune-index.ts';
import type { Posted, Typed } from './form.ts';
import { typedPlaces } from './typed-commune.ts';

/** The fields of a form as they hold these answers. A secret is never given back. */
export function typedOf(form: Form, values: Values, communes: CommuneIndex): Typed {
  const typed = new URLSearchParams();
  for (const field of fieldsOf(form)) {
    const value = values[field.cle] ?? null;
    if (field.type !== 'groupe') {
      write(typed, field, field.cle, value as SimpleValue, communes);
      continue;
    }
    const lines = (value ?? []) as readonly LineValues[];
    typed.set(lineCountName(field.cle), String(lines.length));
    for (const [index, line] of lines.entries())
      for (const inner of field.champs)
        write(typed, inner, lineName(field.cle, index + 1, inner.cle), line[inner.cle] ?? null, communes);
  }
  return typed;
}

function write(typed: Typed, { type }: SimpleField, name: string, value: SimpleValue, communes: CommuneIndex): void {
  if (value === null || (value === false && type === 'case')) return;
  switch (type) {
    case 'secret':
      return;
    case 'commune': {
      const { read, code } = communeNames(name);
      const nom = communeByCode(communes, String(value))?.nom ?? String(value);
      typed.set(name, nom);
      typed.set(read, nom);
      typed.set(code, String(value));
      return;
    }
    case 'plusieurs':
    case 'personnes':
      for (const one of value as readonly string[]) typed.append(name, one);
      return;
    case 'oui-non':
    case 'case':
      typed.set(name, value ? 'oui' : 'non');
      return;
    case 'nombre':
      typed.set(name, String(value).replace('.', ','));
      return;
    case 'texte':
    case 'texte-long':
    case 'choix':
    case 'date':
      typed.set(name, String(value));
  }
}

type Drawing = {
  readonly facts: FormFacts;
  /** Those of the page that send this form; all by default. What another one sent is not of this form. */
  readonly gestes?: readonly string[];
  /** What is kept, which the form shows as long as nothing was typed. */
  readonly kept?: Values;
  readonly roles?: readonly string[];
  readonly own?: boolean;
};

/** What a page draws: the form as it came back, or as its answers are kept. */
export function formView<Rules extends FormRules>(
  form: FormOf<Rules>,
  { geste, typed, errors }: Pick<Posted, 'geste' | 'typed' | 'errors'>,
  { facts, gestes, kept = {}, roles = [], own = false }: Drawing,
): FormView {
  const isBack = geste !== null && (gestes?.includes(geste) ?? true);
  const saved = typedOf(form, kept, facts.communes);
  const fixed = fieldsOf(form).filter((field) => !mayChange(field, roles));
  return {
    form,
    typed: isBack ? withFixed(typed, saved, fixed) : saved,
    saved,
    errors: isBack || geste === null ? errors : {},
    places: isBack ? placesIn(fieldsOf(form), typed, facts.communes) : {},
    people: facts.people ?? [],
    roles,
    own,
  };
}

/** What one may not change stays as it is kept, whatever was sent. */
function withFixed(typed: Typed, kept: Typed, fixed: readonly Field[]): Typed {
  const isFixed = (name: string) =>
    fixed.some((field) => postedNames(field, field.cle).includes(name) || placeInGroup(field.cle, name));
  return new URLSearchParams([
    ...[...typed].filter(([name]) => !isFixed(name)),
    ...[...kept].filter(([name]) => isFixed(name)),
  ]);
}

function placesIn(fields: readonly Field[], typed: Typed, communes: CommuneIndex): FormView['places'] {
  const names = fields.flatMap((field) => {
    if (field.type === 'commune') return [field.cle];
    if (field.type !== 'groupe') return [];
    const inner = field.champs.filter(({ type }) => type === 'commune');
    return Array.from({ length: linesShown(field, typed) }, (_, index) => index + 1).flatMap((line) =>
      inner.map(({ cle }) => lineName(field.cle, line, cle)),
    );
  });
  return Object.fromEntries(
    names.map((name) => [name, typedPlaces(communes, typed, name)]).filter(([, places]) => places?.length !== 0),
  );
}
