import { z } from 'zod';
import { type Field, fieldKeySchema, fieldSchema } from './field.schema.ts';
import { conditionLines, type FieldCondition } from './field-condition.schema.ts';
import { lineName, postedNames } from './field-names.ts';

const sectionSchema = z.strictObject({
  cle: fieldKeySchema,
  titre: z.string().min(1).optional(),
  aide: z.string().min(1).optional(),
  champs: z.array(fieldSchema).min(1),
});

/**
 * A form, whole: what is asked, in order, in which words, within which limits. A file of `data/` holds one as it stands;
 * `describeForm` makes one of rules and words that the code keeps.
 */
export const formSchema = z.strictObject({ sections: z.array(sectionSchema).min(1) }).superRefine((form, context) => {
  for (const problem of problemsOf(form)) context.addIssue({ code: 'custom', message: problem });
});
export type FormSection = Omit<Readonly<z.infer<typeof sectionSchema>>, 'champs'> & {
  readonly champs: readonly Field[];
};
export type Form = { readonly sections: readonly FormSection[] };

export const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ champs }) => champs);

/** What a reader of the form would stumble over, in sentences for whoever writes it. */
function problemsOf(form: Form): string[] {
  const fields = fieldsOf(form);
  const names = fields.flatMap((field) => [
    ...postedNames(field, field.cle),
    ...(field.type === 'groupe'
      ? field.champs.flatMap((inner) => postedNames(inner, lineName(field.cle, 1, inner.cle)))
      : []),
  ]);
  return [
    ...repeated(names).map((name) => `Deux champs auraient le même nom : « ${name} ».`),
    ...repeated(form.sections.map(({ cle }) => cle)).map((cle) => `Deux sections ont la même clé : « ${cle} ».`),
    ...fields.flatMap((field, index) => fieldProblems(field, fields.slice(0, index))),
  ];
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

function fieldProblems(field: Field, before: readonly Field[]): string[] {
  const inside =
    field.type === 'groupe'
      ? field.champs.flatMap((inner, index) => fieldProblems(inner, [...before, ...field.champs.slice(0, index)]))
      : [];
  const conditions = [field.visible, typeof field.obligatoire === 'object' ? field.obligatoire : undefined];
  return [
    ...conditions.flatMap((condition) => (condition ? conditionProblems(field.cle, condition, before) : [])),
    ...('min' in field && typeof field.min === 'number' && typeof field.max === 'number' && field.min > field.max
      ? [`« ${field.cle} » : le minimum dépasse le maximum.`]
      : []),
    ...inside,
  ];
}

/** A field depends on those before it alone: what decides is read first, and no two wait for each other. */
function conditionProblems(cle: string, condition: FieldCondition, before: readonly Field[]): string[] {
  return conditionLines(condition).flatMap((line) => {
    const decider = before.find((field) => field.cle === line.champ);
    if (!decider) return [`« ${cle} » dépend de « ${line.champ} », qui n’est pas un champ écrit avant lui.`];
    if ('auMoins' in line)
      return ['nombre', 'groupe', 'personnes', 'plusieurs'].includes(decider.type)
        ? []
        : [`« ${cle} » compte « ${line.champ} », qui n’est pas un nombre.`];
    const answers = answersOf(decider);
    return line.parmi
      .filter((answer) => !answers.includes(answer))
      .map((answer) => `« ${cle} » attend « ${answer} » de « ${line.champ} », qui ne le propose pas.`);
  });
}

/** The answers that a condition may wait for. */
function answersOf(field: Field): readonly string[] {
  if (field.type === 'choix' || field.type === 'plusieurs') return field.options.map(({ valeur }) => valeur);
  if (field.type === 'oui-non') return ['oui', 'non'];
  return field.type === 'case' ? ['oui'] : [];
}
