import { z } from 'zod';
import { issueOf } from '#domain/shared/refusal.ts';
import { type Field, fieldKeySchema, fieldSchema } from './field.schema.ts';
import { conditionLines, type FieldCondition } from './field-condition.schema.ts';
import { lineName, postedNames } from './field-names.ts';

const sectionSchema = z.strictObject({
  cle: fieldKeySchema,
  titre: z.string().min(1).optional(),
  aide: z.string().min(1).optional(),
  champs: z.array(fieldSchema).min(1),
});

/** What a reader of the form would stumble over. */
export type FormFault =
  | { readonly code: 'CHAMPS_DU_MEME_NOM'; readonly nom: string }
  | { readonly code: 'SECTIONS_DE_MEME_CLE' | 'BORNES_A_L_ENVERS'; readonly cle: string }
  /** `autre` decides of the field `cle`. */
  | { readonly code: 'CHAMP_NON_PRECEDE' | 'CHAMP_SANS_COMPTE'; readonly cle: string; readonly autre: string }
  | {
      readonly code: 'REPONSE_NON_PROPOSEE';
      readonly cle: string;
      readonly autre: string;
      readonly reponse: string;
    };

/**
 * A form, whole: what is asked, in order, in which words, within which limits. A file of `data/` holds one as it stands;
 * `describeForm` makes one of rules and words that the code keeps.
 */
export const formSchema = z.strictObject({ sections: z.array(sectionSchema).min(1) }).superRefine((form, context) => {
  for (const fault of formFaults(form)) context.addIssue(issueOf(fault));
});
export type FormSection = Omit<Readonly<z.infer<typeof sectionSchema>>, 'champs'> & {
  readonly champs: readonly Field[];
};
export type Form = { readonly sections: readonly FormSection[] };

export const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ champs }) => champs);

/** What is wrong in a form as a whole, whose every field is right. */
export function formFaults(form: Form): FormFault[] {
  const fields = fieldsOf(form);
  const names = fields.flatMap((field) => [
    ...postedNames(field, field.cle),
    ...(field.type === 'groupe'
      ? field.champs.flatMap((inner) => postedNames(inner, lineName(field.cle, 1, inner.cle)))
      : []),
  ]);
  return [
    ...repeated(names).map((nom): FormFault => ({ code: 'CHAMPS_DU_MEME_NOM', nom })),
    ...repeated(form.sections.map(({ cle }) => cle)).map((cle): FormFault => ({ code: 'SECTIONS_DE_MEME_CLE', cle })),
    ...fields.flatMap((field, index) => fieldFaults(field, fields.slice(0, index))),
  ];
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

function fieldFaults(field: Field, before: readonly Field[]): FormFault[] {
  const inside =
    field.type === 'groupe'
      ? field.champs.flatMap((inner, index) => fieldFaults(inner, [...before, ...field.champs.slice(0, index)]))
      : [];
  const conditions = [field.visible, typeof field.obligatoire === 'object' ? field.obligatoire : undefined];
  return [
    ...conditions.flatMap((condition) => (condition ? conditionFaults(field.cle, condition, before) : [])),
    ...('min' in field && typeof field.min === 'number' && typeof field.max === 'number' && field.min > field.max
      ? [{ code: 'BORNES_A_L_ENVERS', cle: field.cle } as const]
      : []),
    ...inside,
  ];
}

/** A field depends on those before it alone: what decides is read first, and no two wait for each other. */
function conditionFaults(cle: string, condition: FieldCondition, before: readonly Field[]): FormFault[] {
  return conditionLines(condition).flatMap((line): FormFault[] => {
    const decider = before.find((field) => field.cle === line.champ);
    if (!decider) return [{ code: 'CHAMP_NON_PRECEDE', cle, autre: line.champ }];
    if ('auMoins' in line)
      return ['nombre', 'groupe', 'personnes', 'plusieurs'].includes(decider.type)
        ? []
        : [{ code: 'CHAMP_SANS_COMPTE', cle, autre: line.champ }];
    const answers = answersOf(decider);
    return line.parmi
      .filter((answer) => !answers.includes(answer))
      .map((reponse) => ({ code: 'REPONSE_NON_PROPOSEE', cle, autre: line.champ, reponse }));
  });
}

/** The answers that a condition may wait for. */
function answersOf(field: Field): readonly string[] {
  if (field.type === 'choix' || field.type === 'plusieurs') return field.options.map(({ valeur }) => valeur);
  if (field.type === 'oui-non') return ['oui', 'non'];
  return field.type === 'case' ? ['oui'] : [];
}
