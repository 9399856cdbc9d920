import type { Answers } from './answers.ts';
import type { Question } from './rules.schema.ts';
import type { Rules } from './rules.ts';

/** What is known about one question. */
export type Known = {
  /** The options certainly chosen: one at most, but for a set. */
  readonly chosen: readonly string[];
  /** False when the question is unanswered: then any other option may still be the answer. */
  readonly answered: boolean;
  /** Bounds of the number, or of the size of the set. */
  readonly low: number;
  readonly high: number;
};

/** What is known about every question. */
export type Knowledge = ReadonlyMap<string, Known>;

/**
 * The answers as the rules read them. A set that includes another question holds its answer, answered or not: the
 * profession of the person is among the professions of the team (`inclut`).
 */
export function knowledgeOf({ questions }: Rules, answers: Answers): Knowledge {
  const known = new Map<string, Known>();
  for (const question of questions.values()) {
    const answer = answers[question.id];
    if (question.type === 'ensemble') {
      known.set(
        question.id,
        knownSet(question, answer as readonly string[] | undefined, includedAnswer(question, answers)),
      );
    } else if (question.type === 'nombre') known.set(question.id, knownNumber(question, answer as number | undefined));
    else known.set(question.id, knownChoice(answer as string | undefined));
  }
  return known;
}

export const knownChoice = (answer: string | undefined): Known =>
  answer === undefined
    ? { chosen: [], answered: false, low: 0, high: 1 }
    : { chosen: [answer], answered: true, low: 1, high: 1 };

export const knownNumber = ({ options }: Question, answer: number | undefined): Known =>
  answer === undefined
    ? { chosen: [], answered: false, low: 0, high: options.length - 1 }
    : { chosen: [String(answer)], answered: true, low: answer, high: answer };

/** `included` is held whatever the answer is. The options are kept in the order of the question. */
export function knownSet({ options }: Question, answer: readonly string[] | undefined, included?: string): Known {
  const chosen = options.map(({ slug }) => slug).filter((slug) => slug === included || answer?.includes(slug));
  return { chosen, answered: answer !== undefined, low: chosen.length, high: answer ? chosen.length : options.length };
}

const includedAnswer = ({ inclut }: Question, answers: Answers): string | undefined =>
  inclut === undefined ? undefined : (answers[inclut] as string | undefined);
