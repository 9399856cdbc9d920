import type { Rules } from './rules.ts';

/** An answer: the slug of an option, a number, or a set of slugs. */
export type Answer = string | number | readonly string[];

/** Answers by question. A question that is absent is unanswered, which is not the same as « aucun » or an empty set. */
export type Answers = { readonly [question: string]: Answer };

/** One changed answer; `de` is null when the question was unanswered, `vers` never is. */
export type Change = { readonly question: string; readonly de: Answer | null; readonly vers: Answer };

/** The answers once the changes of a `bascule` are made. */
export const withChanges = (answers: Answers, changes: readonly Change[]): Answers => ({
  ...answers,
  ...Object.fromEntries(changes.map(({ question, vers }) => [question, vers])),
});

/**
 * The query string of the result page and of the API, in the order of the questions, with the version of the rules:
 * `role=mg&mg=1&autres=infirmier,pharmacien&version=2026-11-22.1`. A set answered « none of them » is written empty.
 */
export function queryOf({ data }: Rules, answers: Answers): string {
  const pairs = data.questions.flatMap(({ id }) => (answers[id] === undefined ? [] : [`${id}=${answers[id]}`]));
  return [...pairs, `version=${data.general.version}`].join('&');
}
