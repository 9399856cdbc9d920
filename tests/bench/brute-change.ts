import type { Answer, Answers, Change } from '#domain/orientation/answers.ts';
import { knowledgeOf } from '#domain/orientation/knowledge.ts';
import type { Question } from '#domain/orientation/rules.schema.ts';
import type { ModelRules, Rules } from '#domain/orientation/rules.ts';
import { standingOf } from '#domain/orientation/standing.ts';

/**
 * The smallest change by definition and without cleverness: every set of changes of cost 1, then 2…, in no useful
 * order; of the sets that make the model eligible at the first cost where there is one, the first by the rule of the
 * API. Null past `mostCost`.
 */
export function bruteChange(rules: Rules, model: ModelRules, answers: Answers, mostCost: number): Change[] | null {
  const questions = rules.data.general.bascule.map((id) => rules.questions.get(id)!);
  const before = knowledgeOf(rules, answers);
  const opens = (changes: readonly Change[]) => {
    const after = { ...answers, ...Object.fromEntries(changes.map(({ question, vers }) => [question, vers])) };
    return standingOf(rules, model, knowledgeOf(rules, after)).list === 'eligible';
  };
  const presentOf = ({ id, type }: Question): Answer | null => {
    const { chosen, answered, low } = before.get(id)!;
    if (type === 'ensemble') return answered || chosen.length > 0 ? chosen : null;
    return answered ? (type === 'nombre' ? low : chosen[0]!) : null;
  };
  for (let cost = 1; cost <= mostCost; cost++) {
    const opening = setsOf(questions, presentOf, cost).filter(opens);
    if (opening.length > 0) return opening.sort(byRule(rules, questions, presentOf))[0]!;
  }
  return null;
}

type PresentOf = (question: Question) => Answer | null;

function setsOf([question, ...others]: readonly Question[], presentOf: PresentOf, cost: number): Change[][] {
  if (!question) return cost === 0 ? [[]] : [];
  const unchanged = setsOf(others, presentOf, cost);
  const changed = movesOf(question, presentOf(question)).filter((move) => move.cost <= cost);
  return [
    ...unchanged,
    ...changed.flatMap(({ vers, cost: spent }) =>
      setsOf(others, presentOf, cost - spent).map((rest) => [
        { question: question.id, de: presentOf(question), vers },
        ...rest,
      ]),
    ),
  ];
}

function movesOf({ type, options }: Question, present: Answer | null): { vers: Answer; cost: number }[] {
  const slugs = options.map(({ slug }) => slug);
  if (type === 'choix') return slugs.filter((slug) => slug !== present).map((vers) => ({ vers, cost: 1 }));
  if (type === 'nombre')
    return slugs
      .map(Number)
      .filter((n) => n > Number(present ?? 0))
      .map((vers) => ({ vers, cost: vers - Number(present ?? 0) }));
  const had = (present ?? []) as string[];
  const missing = slugs.filter((slug) => !had.includes(slug));
  return Array.from({ length: 2 ** missing.length - 1 }, (_, index) => {
    const added = missing.filter((_, bit) => ((index + 1) >> bit) & 1);
    return { vers: slugs.filter((slug) => had.includes(slug) || added.includes(slug)), cost: added.length };
  });
}

/** The changed questions as a word (a letter per question, repeated for each addition), then the values one by one. */
function byRule(
  rules: Rules,
  questions: readonly Question[],
  presentOf: PresentOf,
): (one: Change[], other: Change[]) => number {
  const letterOf = (id: string) => String.fromCharCode(97 + questions.findIndex((question) => question.id === id));
  const optionRank = (id: string, option: string | number) =>
    rules.questions.get(id)!.options.findIndex(({ slug }) => slug === String(option));
  const times = ({ question: id, vers }: Change) => {
    const question = rules.questions.get(id)!;
    if (question.type === 'choix') return 1;
    const present = presentOf(question);
    return question.type === 'nombre'
      ? Number(vers) - Number(present ?? 0)
      : (vers as string[]).length - ((present ?? []) as string[]).length;
  };
  const word = (changes: Change[]) => changes.map((change) => letterOf(change.question).repeat(times(change))).join('');
  const values = (changes: Change[]) =>
    changes.flatMap(({ question, vers }) => {
      const had = presentOf(rules.questions.get(question)!);
      const added = Array.isArray(vers)
        ? vers.filter((slug) => !(had as string[] | null)?.includes(slug))
        : [vers as string | number];
      return added.map((option) => optionRank(question, option));
    });
  return (one, other) => {
    const [wordOfOne, wordOfOther] = [word(one), word(other)];
    if (wordOfOne !== wordOfOther) return wordOfOne < wordOfOther ? -1 : 1;
    const [ranks, otherRanks] = [values(one), values(other)];
    const index = ranks.findIndex((rank, position) => rank !== otherRanks[position]);
    return index < 0 ? 0 : ranks[index]! - otherRanks[index]!;
  };
}
