import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { fieldConditionSchema } from './field-condition.schema.ts';
import { textFormats } from './text-format.ts';

export type FieldFault = { readonly code: 'CLE_ILLISIBLE' };

/**
 * Segments of letters and digits, none of which begins with a digit: the names of a form (`themes-2-intitule`) can be
 * told from each other.
 */
export const fieldKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/, 'CLE_ILLISIBLE' satisfies FieldFault['code']);

/** What a browser may fill in by itself when people write about themselves (RGAA 11.13, WCAG 1.3.5). */
export const autofillTokens = [
  'name',
  'given-name',
  'family-name',
  'email',
  'tel',
  'organization',
  'street-address',
  'postal-code',
  'address-level2',
  'url',
  'bday',
  'username',
  'current-password',
  'new-password',
  'one-time-code',
] as const;

/** A day, or a number of years from today: 0 is today. */
export const dayBoundSchema = z.union([civilDateSchema, z.strictObject({ ans: z.int() })]);
export type DayBound = z.infer<typeof dayBoundSchema>;

/** As files and code write it: nothing of a description is ever changed. */
type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

const sentence = z.string().trim().min(1);

/** What people read of a field. */
const words = {
  libelle: sentence,
  aide: sentence.optional(),
  exemple: sentence.optional(),
  /** The field inside a sentence, with its article: « le prénom ». Without it, errors quote the label. */
  dansUnePhrase: sentence.optional(),
  /** Sentences of this field, by code of error, in place of those that all fields share. */
  erreurs: z.partialRecord(z.string(), sentence).optional(),
};

const rules = {
  cle: fieldKeySchema,
  /** Must it be filled: always, never, or when a condition holds. */
  obligatoire: z.union([z.boolean(), fieldConditionSchema]),
  /** What the page shows, and the server reads, only when a condition holds. */
  visible: fieldConditionSchema.optional(),
  /** Who may change it, among the roles that the form knows; absent: whoever may send the form. */
  modifiable: z.array(z.string()).min(1).optional(),
};

const base = { ...rules, ...words };
const autofill = { saisie: z.enum(autofillTokens).optional() };
const atLeast = z.int().min(1).optional();
const options = z
  .array(z.strictObject({ valeur: z.string().min(1).max(80), libelle: sentence, aide: sentence.optional() }))
  .min(1);

/** One line of text. */
const textField = z.strictObject({
  type: z.literal('texte'),
  ...base,
  ...autofill,
  min: atLeast,
  max: z.int().min(1).max(500),
  format: z.enum(textFormats).optional(),
});
const longTextField = z.strictObject({
  type: z.literal('texte-long'),
  ...base,
  min: atLeast,
  max: z.int().min(1).max(20_000),
});
/** What is never given back: a passphrase. Its blanks count. */
const secretField = z.strictObject({
  type: z.literal('secret'),
  ...base,
  ...autofill,
  max: z.int().min(1).max(1_000),
});
/** One of several, drawn as buttons or, when they are many, as a list. */
const choiceField = z.strictObject({
  type: z.literal('choix'),
  ...base,
  forme: z.enum(['boutons', 'liste']).optional(),
  options,
});
const severalField = z.strictObject({
  type: z.literal('plusieurs'),
  ...base,
  min: atLeast,
  max: z.int().min(1).optional(),
  options,
});
const numberField = z.strictObject({
  type: z.literal('nombre'),
  ...base,
  min: z.number(),
  max: z.number(),
  /** Digits after the comma; none by default. */
  decimales: z.int().min(1).max(3).optional(),
});
const dateField = z.strictObject({
  type: z.literal('date'),
  ...base,
  ...autofill,
  min: dayBoundSchema.optional(),
  max: dayBoundSchema.optional(),
});
/** A commune, kept by its INSEE code. */
const communeField = z.strictObject({ type: z.literal('commune'), ...base });
/** People of the team, kept by the id of their row. */
const peopleField = z.strictObject({
  type: z.literal('personnes'),
  ...base,
  min: atLeast,
  max: z.int().min(1).optional(),
});
const yesNoField = z.strictObject({ type: z.literal('oui-non'), ...base });
/** One box; mandatory, it has to be ticked. */
const boxField = z.strictObject({ type: z.literal('case'), ...base });

const simpleKinds = [
  textField,
  longTextField,
  secretField,
  choiceField,
  severalField,
  numberField,
  dateField,
  communeField,
  peopleField,
  yesNoField,
  boxField,
] as const;

/** A field that holds one answer. */
export const simpleFieldSchema = z.discriminatedUnion('type', simpleKinds);
export type SimpleField = Immutable<z.infer<typeof simpleFieldSchema>>;

/** Lines of the same fields, of which people add and take away. */
const groupField = z.strictObject({
  type: z.literal('groupe'),
  ...base,
  min: atLeast,
  max: z.int().min(1).max(50),
  /** What one line is called, before its number: « Thème ». */
  ligne: sentence,
  /** The button that adds one: « Ajouter un thème ». */
  ajouter: sentence,
  champs: z.array(simpleFieldSchema).min(1),
});
export type GroupField = Immutable<z.infer<typeof groupField>>;

export const fieldSchema = z.discriminatedUnion('type', [...simpleKinds, groupField]);
export type Field = SimpleField | GroupField;
export type FieldKind = Field['type'];
