/** Why something is refused: a code with its facts, from which `messages` makes a sentence. */
export type Refusal = { readonly code: string; readonly [fact: string]: unknown };

/**
 * A refusal as an issue of a zod schema: the code stands where zod wants a message, the facts in `params`. A schema that
 * has no fact to tell gives the code alone, as the message of a check.
 */
export const issueOf = <Given extends Refusal>({ code, ...params }: Given, path: readonly PropertyKey[] = []) => ({
  code: 'custom' as const,
  path: [...path],
  message: code,
  params,
});

/** The refusal that an issue carries, or, where the schema gives none, zod's own message in the place of a code. */
export const refusalOf = (issue: { readonly message: string; readonly params?: unknown }): Refusal => ({
  ...(issue.params as Record<string, unknown> | undefined),
  code: issue.message,
});
