import type { FieldCondition } from './field-condition.schema.ts';
import type { SimpleValue, Value } from './values.ts';

/** The answers that a condition may read, by key: those of the form, and above them those of the same line. */
export type Answers = Readonly<Record<string, Value | undefined>>;

/** Whether a condition holds on these answers. The answer of a field that is not shown is empty. */
export function holds(condition: FieldCondition, answers: Answers): boolean {
  if ('tous' in condition) return condition.tous.every((part) => holds(part, answers));
  if ('un' in condition) return condition.un.some((part) => holds(part, answers));
  if ('non' in condition) return !holds(condition.non, answers);
  const value = Object.hasOwn(answers, condition.champ) ? answers[condition.champ] : null;
  if ('auMoins' in condition) return amount(value ?? null) >= condition.auMoins;
  const given = wordsOf(value ?? null);
  return condition.parmi.some((word) => given.includes(word));
}

const amount = (value: Value): number => (Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0);

/** An answer as conditions write it. */
function wordsOf(value: Value): readonly SimpleValue[] {
  if (typeof value === 'boolean') return [value ? 'oui' : 'non'];
  return Array.isArray(value) ? (value as readonly string[]) : [value as SimpleValue];
}

type Conditional = { readonly visible?: FieldCondition | undefined; readonly obligatoire: boolean | FieldCondition };

export const isShown = ({ visible }: Pick<Conditional, 'visible'>, answers: Answers): boolean =>
  visible === undefined || holds(visible, answers);

export const isMandatory = ({ obligatoire }: Pick<Conditional, 'obligatoire'>, answers: Answers): boolean =>
  typeof obligatoire === 'boolean' ? obligatoire : holds(obligatoire, answers);
