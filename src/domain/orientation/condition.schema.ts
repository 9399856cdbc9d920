import { z } from 'zod';

/** The five lists of a result; every model is in exactly one. */
export const verdictLists = ['exclu', 'en-place', 'eligible', 'conditionnel', 'autre-piste'] as const;
export type VerdictList = (typeof verdictLists)[number];

/**
 * The closed language in which rules say when they hold. The first two lines read the answers, the third reads the
 * result and is for complements and notes only, the last combines. An unanswered question makes a line unknown,
 * neither true nor false.
 */
export type Condition =
  /** One of these options was chosen, written here (`parmi`) or in a named set (`dans`). */
  | { readonly question: string; readonly parmi: readonly string[] }
  | { readonly question: string; readonly dans: string }
  /** The sum of a number and of the sizes of sets, at least `auMoins` and below `inferieurA`. */
  | {
      readonly compte: readonly string[];
      readonly auMoins?: number | undefined;
      readonly inferieurA?: number | undefined;
    }
  /** The leading model is one of these. */
  | { readonly tete: readonly string[] }
  /** A model is in one of these lists of the result. */
  | { readonly verdict: string; readonly parmi: readonly VerdictList[] }
  | { readonly tous: readonly Condition[] }
  | { readonly un: readonly Condition[] }
  | { readonly non: Condition };

export type ConditionFault = { readonly code: 'COMPTE_SANS_BORNE' };

const slugs = z.array(z.string()).min(1);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), parmi: slugs }),
    z.strictObject({ question: z.string(), dans: z.string() }),
    z
      .strictObject({ compte: slugs, auMoins: z.int().optional(), inferieurA: z.int().optional() })
      .refine(
        (count) => count.auMoins !== undefined || count.inferieurA !== undefined,
        'COMPTE_SANS_BORNE' satisfies ConditionFault['code'],
      ),
    z.strictObject({ tete: slugs }),
    z.strictObject({ verdict: z.string(), parmi: z.array(z.enum(verdictLists)).min(1) }),
    z.strictObject({ tous: z.array(conditionSchema).min(1) }),
    z.strictObject({ un: z.array(conditionSchema).min(1) }),
    z.strictObject({ non: conditionSchema }),
  ]),
);

/** Every line of a condition that is not a combination, in reading order. */
export function linesOf(condition: Condition): Condition[] {
  if ('tous' in condition) return condition.tous.flatMap(linesOf);
  if ('un' in condition) return condition.un.flatMap(linesOf);
  if ('non' in condition) return linesOf(condition.non);
  return [condition];
}

/** The questions whose answers a condition reads. */
export function questionsIn(condition: Condition): string[] {
  const names = linesOf(condition).flatMap((line) => {
    if ('compte' in line) return line.compte;
    return 'question' in line ? [line.question] : [];
  });
  return [...new Set(names)];
}
