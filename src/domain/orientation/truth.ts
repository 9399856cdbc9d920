import { type Condition, questionsIn, type VerdictList } from './condition.schema.ts';
import type { Knowledge } from './knowledge.ts';

/** Null when the answers given so far do not tell. */
export type Truth = boolean | null;

/** What complements and notes may read of the result. */
export type Outcome = { readonly tete: string | null; readonly lists: ReadonlyMap<string, VerdictList> };

/** Whether a condition holds, in Kleene's three-valued logic: what an unanswered question decides is unknown. */
export function truthOf(condition: Condition, knowledge: Knowledge, outcome?: Outcome): Truth {
  if ('tous' in condition) return allOf(condition.tous, knowledge, outcome);
  if ('un' in condition) return anyOf(condition.un, knowledge, outcome);
  if ('non' in condition) {
    const truth = truthOf(condition.non, knowledge, outcome);
    return truth === null ? null : !truth;
  }
  if ('compte' in condition) return countIsWithin(condition, knowledge);
  if ('tete' in condition) return outcome?.tete != null && condition.tete.includes(outcome.tete);
  if ('verdict' in condition) {
    const list = outcome?.lists.get(condition.verdict);
    return list !== undefined && condition.parmi.includes(list);
  }
  if ('dans' in condition) throw new Error(`The set ${condition.dans} is not written out.`);
  const known = knowledge.get(condition.question)!;
  if (known.chosen.some((option) => condition.parmi.includes(option))) return true;
  return known.answered ? false : null;
}

/** The unanswered questions on which a condition that is still unknown depends; none once it is known. */
export function openQuestions(condition: Condition, knowledge: Knowledge): string[] {
  if (truthOf(condition, knowledge) !== null) return [];
  if ('tous' in condition) return condition.tous.flatMap((part) => openQuestions(part, knowledge));
  if ('un' in condition) return condition.un.flatMap((part) => openQuestions(part, knowledge));
  if ('non' in condition) return openQuestions(condition.non, knowledge);
  return questionsIn(condition).filter((question) => !knowledge.get(question)!.answered);
}

function allOf(parts: readonly Condition[], knowledge: Knowledge, outcome?: Outcome): Truth {
  let all: Truth = true;
  for (const part of parts) {
    const truth = truthOf(part, knowledge, outcome);
    if (truth === false) return false;
    if (truth === null) all = null;
  }
  return all;
}

function anyOf(parts: readonly Condition[], knowledge: Knowledge, outcome?: Outcome): Truth {
  let any: Truth = false;
  for (const part of parts) {
    const truth = truthOf(part, knowledge, outcome);
    if (truth === true) return true;
    if (truth === null) any = null;
  }
  return any;
}

function countIsWithin(count: Extract<Condition, { compte: unknown }>, knowledge: Knowledge): Truth {
  let low = 0;
  let high = 0;
  for (const question of count.compte) {
    const known = knowledge.get(question)!;
    low += known.low;
    high += known.high;
  }
  const { auMoins = low, inferieurA = high + 1 } = count;
  if (high < auMoins || low >= inferieurA) return false;
  return low >= auMoins && high < inferieurA ? true : null;
}
