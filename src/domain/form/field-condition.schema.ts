import { z } from 'zod';

/**
 * When a field is shown, or must be filled. A question without an answer makes its line false: `{ "non": … }` of it is
 * then true.
 */
export type FieldCondition =
  /** One of these was chosen; `oui` or `non` for a yes or no, `oui` for a ticked box. */
  | { readonly champ: string; readonly parmi: readonly string[] }
  /** A number, of this much at least; a number of lines or of people likewise. */
  | { readonly champ: string; readonly auMoins: number }
  | { readonly tous: readonly FieldCondition[] }
  | { readonly un: readonly FieldCondition[] }
  | { readonly non: FieldCondition };

export const fieldConditionSchema: z.ZodType<FieldCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ champ: z.string(), parmi: z.array(z.string()).min(1) }),
    z.strictObject({ champ: z.string(), auMoins: z.int().min(1) }),
    z.strictObject({ tous: z.array(fieldConditionSchema).min(1) }),
    z.strictObject({ un: z.array(fieldConditionSchema).min(1) }),
    z.strictObject({ non: fieldConditionSchema }),
  ]),
);

type ConditionLine = Extract<FieldCondition, { readonly champ: string }>;

/** The lines of a condition that read a field, in reading order. */
export function conditionLines(condition: FieldCondition): ConditionLine[] {
  if ('tous' in condition) return condition.tous.flatMap(conditionLines);
  if ('un' in condition) return condition.un.flatMap(conditionLines);
  if ('non' in condition) return conditionLines(condition.non);
  return [condition];
}
