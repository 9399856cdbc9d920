import type { Answer, Change } from './answers.ts';
import { type Knowledge, type Known, knownChoice, knownNumber, knownSet } from './knowledge.ts';
import type { Question } from './rules.schema.ts';
import type { ModelRules, Rules } from './rules.ts';
import { counts, failedLine, isHeld } from './standing.ts';

/**
 * `bascule`: the cheapest set of changed answers that makes a model eligible, null when none does (a model that the
 * person is already in never is).
 *
 * A number and a set only grow, each unit or member costs 1; another question changes for 1, never to « unanswered ».
 * Between equal costs, the changed questions are written in the order of the rules, an addition of k written k times,
 * and the alphabetically first wins; then the values in the order of the options. The rule is the one of the API.
 *
 * Exact: every set is tried in that very order, but for those that cannot succeed. A set must touch every rule that
 * fails now, since a rule whose questions stay as they are stays failed; and its points, which add up question by
 * question, must be able to reach the threshold. A rule that reads no changeable question therefore ends the search
 * at once (X1, X2, X6 to X11 and P8 today).
 */
export function smallestChange(rules: Rules, model: ModelRules, knowledge: Knowledge): Change[] | null {
  if (isHeld(model, knowledge)) return null;
  const failed = [...model.exclusions, ...model.prerequisites].filter((group) => failedLine(group, knowledge));
  const slots = model.changeable.map((id) => slotOf(rules.questions.get(id)!, model, knowledge));
  if (failed.some(({ questions }) => !slots.some(({ question }) => questions.has(question.id)))) return null;

  const fixed = sumOf(
    [...model.points.keys()].filter((id) => !model.changeable.includes(id)).map((id) => scoreOn(model, id, knowledge)),
  );
  const needed = rules.data.general.seuil - fixed;
  if (sumOf(slots.map(({ now, best }) => Math.max(now, best))) < needed) return null;

  const mostChanges = sumOf(slots.map(({ most }) => most));
  for (let cost = 1; cost <= mostChanges; cost++) {
    for (const word of wordsOf(slots, cost)) {
      const changed = slots.filter((_, index) => word[index]! > 0);
      const reachable = sumOf(slots.map(({ now, best }, index) => (word[index]! > 0 ? best : now)));
      if (reachable < needed) continue;
      if (!failed.every(({ questions }) => changed.some(({ question }) => questions.has(question.id)))) continue;
      const values = slots.map((slot, index) => (word[index]! > 0 ? slot.candidates(word[index]!) : []));
      const found = firstThatOpens(model, knowledge, slots, values, needed);
      if (found) return found;
    }
  }
  return null;
}

type Candidate = { readonly answer: Answer; readonly known: Known; readonly points: number };

/** One question that may change. */
type Slot = {
  readonly question: Question;
  readonly de: Answer | null;
  /** The points its present answer gives, and the most that another could. */
  readonly now: number;
  readonly best: number;
  /** The most that a change of it can cost. */
  readonly most: number;
  /** Its possible answers at a cost, in the order that decides between them. */
  readonly candidates: (cost: number) => readonly Candidate[];
};

function slotOf(question: Question, model: ModelRules, knowledge: Knowledge): Slot {
  const { chosen, answered, low } = knowledge.get(question.id)!;
  const candidate = (answer: Answer, known: Known): Candidate => ({
    answer,
    known,
    points: scoreOn(model, question.id, new Map(knowledge).set(question.id, known)),
  });
  const slugs = question.options.map(({ slug }) => slug);
  const byCost = new Map<number, readonly Candidate[]>();
  if (question.type === 'choix') {
    const others = slugs.filter((slug) => slug !== chosen[0]);
    byCost.set(
      1,
      others.map((slug) => candidate(slug, knownChoice(slug))),
    );
  } else if (question.type === 'nombre') {
    for (let cost = 1; low + cost < slugs.length; cost++)
      byCost.set(cost, [candidate(low + cost, knownNumber(question, low + cost))]);
  } else {
    const missing = slugs.filter((slug) => !chosen.includes(slug));
    for (let cost = 1; cost <= missing.length; cost++) {
      const grown = combinationsOf(missing, cost).map((added) => knownSet(question, [...chosen, ...added]));
      byCost.set(
        cost,
        grown.map((known) => candidate(known.chosen, known)),
      );
    }
  }
  const all = [...byCost.values()].flat();
  return {
    question,
    de: !answered ? null : question.type === 'ensemble' ? chosen : question.type === 'nombre' ? low : chosen[0]!,
    now: scoreOn(model, question.id, knowledge),
    best: Math.max(...all.map(({ points }) => points)),
    most: byCost.size,
    candidates: (cost) => byCost.get(cost) ?? [],
  };
}

/** How much of `cost` each slot takes, in the alphabetical order of the words they write: the first slot first. */
function* wordsOf(slots: readonly Slot[], cost: number, index = 0): Generator<number[]> {
  const slot = slots[index];
  if (!slot) {
    if (cost === 0) yield [];
    return;
  }
  for (let spent = Math.min(cost, slot.most); spent >= 0; spent--) {
    for (const rest of wordsOf(slots, cost - spent, index + 1)) yield [spent, ...rest];
  }
}

/** The first choice of values, question after question, that leaves no rule failed and enough points. */
function firstThatOpens(
  model: ModelRules,
  knowledge: Knowledge,
  slots: readonly Slot[],
  values: readonly (readonly Candidate[])[],
  needed: number,
): Change[] | null {
  const trial = new Map(knowledge);
  const changes: Change[] = [];
  const opens = () => ![...model.exclusions, ...model.prerequisites].some((group) => failedLine(group, trial));
  const choose = (index: number, points: number): boolean => {
    const slot = slots[index];
    if (!slot) return points >= needed && opens();
    if (values[index]!.length === 0) return choose(index + 1, points + slot.now);
    for (const { answer, known, points: gained } of values[index]!) {
      trial.set(slot.question.id, known);
      changes.push({ question: slot.question.id, de: slot.de, vers: answer });
      if (choose(index + 1, points + gained)) return true;
      changes.pop();
    }
    trial.set(slot.question.id, knowledge.get(slot.question.id)!);
    return false;
  };
  return choose(0, 0) ? changes : null;
}

function combinationsOf(items: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    combinationsOf(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

const scoreOn = ({ points }: ModelRules, question: string, knowledge: Knowledge): number =>
  sumOf((points.get(question) ?? []).filter((line) => counts(line, knowledge)).map((line) => line.points));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
