import { refusalOf } from '#domain/shared/refusal.ts';

/** The sentence of each code of a kind of refusals; a function where it needs the facts. The compiler names a missing one. */
export type Sentences<Refusal extends { readonly code: string }> = {
  readonly [Code in Refusal['code']]: string | ((facts: WithCode<Refusal, Code>) => string);
};

type WithCode<Refusal, Code> = Refusal extends { readonly code: infer Own }
  ? Code extends Own
    ? Refusal
    : never
  : never;

/** The sentence of a refusal. */
export function say<Refusal extends { readonly code: string }>(
  sentences: Sentences<Refusal>,
  refusal: Refusal,
): string {
  const sentence = sentences[refusal.code as Refusal['code']] as string | ((facts: Refusal) => string);
  return typeof sentence === 'string' ? sentence : sentence(refusal);
}

/** The sentence of an issue whose schema gives a code; else what zod says of it. */
export const sayIssue = <Refusal extends { readonly code: string }>(
  sentences: Sentences<Refusal>,
  issue: { readonly message: string; readonly params?: unknown },
): string =>
  Object.hasOwn(sentences, issue.message) ? say(sentences, refusalOf(issue) as unknown as Refusal) : issue.message;
