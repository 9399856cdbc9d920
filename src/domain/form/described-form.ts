import type { Field, GroupField, SimpleField } from './field.schema.ts';
import type { FieldRefusalCode } from './field-refusal.ts';
import type { Form } from './form.schema.ts';

/*
 * A form of the code is the same as a form of `data/`, in two halves: its rules, from which the types of its answers
 * come, and its words, which stand in `messages`.
 */

type WithoutWords<F> = F extends unknown
  ? Omit<F, 'cle' | 'libelle' | 'aide' | 'exemple' | 'dansUnePhrase' | 'erreurs' | 'options' | 'ligne' | 'ajouter'>
  : never;
type WithOptions = Extract<SimpleField, { readonly options: unknown }>;

/** All of a field but its words; its options are the values that may be chosen. */
type SimpleRules =
  | WithoutWords<Exclude<SimpleField, WithOptions>>
  | (WithoutWords<WithOptions> & { readonly options: readonly string[] });
type GroupRules = Omit<WithoutWords<GroupField>, 'champs'> & { readonly champs: Readonly<Record<string, SimpleRules>> };
export type FieldRules = SimpleRules | GroupRules;
/** The fields of a form by their key, in order. */
export type FormRules = Readonly<Record<string, FieldRules>>;

type CommonWords = Pick<Field, 'libelle' | 'aide' | 'exemple' | 'dansUnePhrase'> & {
  readonly erreurs?: Readonly<Partial<Record<FieldRefusalCode, string>>>;
};
type OptionWords = string | { readonly libelle: string; readonly aide: string };

/** The words of a field, and of everything that its rules name. */
type WordsOfField<R> = R extends { readonly champs: infer Inner }
  ? CommonWords & Pick<GroupField, 'ligne' | 'ajouter'> & { readonly champs: WordsOf<Inner> }
  : R extends { readonly options: readonly (infer Option extends string)[] }
    ? CommonWords & { readonly options: Readonly<Record<Option, OptionWords>> }
    : CommonWords;
export type WordsOf<Rules> = { readonly [Key in keyof Rules]: WordsOfField<Rules[Key]> };

type SectionOf<Rules> = {
  readonly cle: string;
  readonly titre?: string;
  readonly aide?: string;
  readonly champs: readonly (keyof Rules & string)[];
};

declare const rulesOfForm: unique symbol;
/** A form that remembers, for the compiler alone, the rules that it was made of. */
export type FormOf<Rules extends FormRules> = Form & { readonly [rulesOfForm]?: Rules };

/** Puts rules and words together. Without sections, the fields follow each other in one. */
export function describeForm<const Rules extends FormRules>(
  rules: Rules,
  words: WordsOf<Rules>,
  sections: readonly SectionOf<Rules>[] = [{ cle: 'champs', champs: Object.keys(rules) }],
): FormOf<Rules> {
  return {
    sections: sections.map(({ champs, ...section }) => ({
      ...section,
      champs: champs.map((key) => described(key, rules[key] as FieldRules, words[key])),
    })),
  };
}

function described(cle: string, rules: FieldRules, words: object): Field {
  if (rules.type === 'groupe') {
    const inner = (words as WordsOfField<GroupRules>).champs;
    const champs = Object.entries(rules.champs).map(([key, one]) => described(key, one, inner[key] ?? {}));
    return together(rules, words, { cle, champs });
  }
  if (!('options' in rules)) return together(rules, words, { cle });
  const { options: optionWords } = words as WordsOfField<{ readonly options: readonly string[] }>;
  const options = rules.options.map((valeur) => {
    const said = optionWords[valeur] ?? valeur;
    return typeof said === 'string' ? { valeur, libelle: said } : { valeur, ...said };
  });
  return together(rules, words, { cle, options });
}

const together = (...parts: readonly object[]): Field => Object.assign({}, ...parts);

type ValueOf<R> = R extends { readonly type: 'groupe'; readonly champs: infer Inner }
  ? readonly { readonly [Key in keyof Inner]: ValueOf<Inner[Key]> }[]
  : R extends { readonly type: 'choix'; readonly options: readonly (infer Option)[] }
    ? Option | null
    : R extends { readonly type: 'plusieurs'; readonly options: readonly (infer Option)[] }
      ? readonly Option[]
      : R extends { readonly type: 'personnes' }
        ? readonly string[]
        : R extends { readonly type: 'nombre' }
          ? number | null
          : R extends { readonly type: 'oui-non' }
            ? boolean | null
            : R extends { readonly type: 'case' }
              ? boolean
              : string | null;

/** What is always shown and always mandatory has an answer. */
type CompleteValue<R> = R extends { readonly type: 'groupe'; readonly champs: infer Inner }
  ? readonly { readonly [Key in keyof Inner]: CompleteValue<Inner[Key]> }[]
  : R extends { readonly visible: unknown }
    ? ValueOf<R>
    : R extends { readonly obligatoire: true }
      ? NonNullable<ValueOf<R>>
      : ValueOf<R>;

/** The answers of a form that holds some that are wrong or missing: those are empty. */
export type PartialValuesOf<Rules> = { readonly [Key in keyof Rules]: ValueOf<Rules[Key]> };
/** The answers of a form in which all is right. */
export type ValuesOf<Rules> = { readonly [Key in keyof Rules]: CompleteValue<Rules[Key]> };
