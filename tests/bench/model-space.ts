import type { Answer, Answers } from '#domain/orientation/answers.ts';
import { withChanges } from '#domain/orientation/answers.ts';
import { linesOf } from '#domain/orientation/condition.schema.ts';
import { type Knowledge, knowledgeOf } from '#domain/orientation/knowledge.ts';
import type { Question } from '#domain/orientation/rules.schema.ts';
import type { ModelRules, Rules } from '#domain/orientation/rules.ts';
import { smallestChange } from '#domain/orientation/smallest-change.ts';
import { failedLine, isHeld, standingOf } from '#domain/orientation/standing.ts';
import { truthOf } from '#domain/orientation/truth.ts';
import { type AnswerClass, additions, classesOf, roleClassesOf } from './answer-classes.ts';

/** What was seen of one model over every class of answers. */
export type ModelSpace = {
  readonly modele: string;
  /** Classes of whole answer sets evaluated, and how many answer sets they stand for. */
  readonly classes: number;
  readonly answerSets: number;
  /** How many classes end in each list. */
  readonly lists: Readonly<Record<string, number>>;
  /** Classes in which nothing is left: not held, not eligible, and no change of answers opens the model. */
  readonly closed: number;
  /** Changes that do not open their model, cost more than the cheapest, or are missing though one exists. */
  readonly wrongChanges: readonly string[];
};

type Factor = { readonly question: Question; readonly classes: readonly AnswerClass[] };

/**
 * Walks through every class of answers of one model. `keep` thins the walk for a quick test: it is asked for each
 * combination of what no change of answers touches. The cheapest cost is found without the search under test: the
 * eligible classes are at distance 0, and distances are spread question by question, which is exact because the cost
 * of a change is a sum over the questions.
 */
export function walkModel(
  rules: Rules,
  model: ModelRules,
  roles: readonly string[],
  keep: () => boolean = () => true,
): ModelSpace {
  const questions = [...rules.questions.values()];
  const roleQuestion = questions.find(({ obligatoire }) => obligatoire)!;
  const bascule = new Set(rules.data.general.bascule);
  const lists: Record<string, number> = {};
  const wrongChanges: string[] = [];
  let [classes, answerSets, closed] = [0, 0, 0];

  for (const sameRoles of roleClassesOf(rules, model, roleQuestion, roles)) {
    const role = sameRoles[0]!;
    const factors = questions
      .filter(({ id }) => id !== roleQuestion.id)
      .map((question) => ({ question, classes: classesOf(rules, model, question, role) }));
    const moving = factors.filter(({ question }) => bascule.has(question.id));
    const costs = moving.map(({ question, classes }) =>
      classes.map(({ members }) => classes.map((to) => additions(question, role, members[0], to.members))),
    );
    const fixed = combineFixed(
      rules,
      model,
      role,
      factors.filter(({ question }) => !bascule.has(question.id)),
    );
    for (const still of fixed) {
      if (!keep()) continue;
      const states = statesOf(moving, { ...still.answers, [roleQuestion.id]: role });
      const standings = states.map(({ answers }) => standingOf(rules, model, knowledgeOf(rules, answers)));
      const distance = distances(
        standings.map(({ list }) => list === 'eligible'),
        costs,
      );
      for (const [index, { answers, size }] of states.entries()) {
        const { list } = standings[index]!;
        classes += 1;
        answerSets += size * still.size * sameRoles.length;
        lists[list] = (lists[list] ?? 0) + 1;
        if (list === 'eligible' || list === 'en-place') continue;
        const cost = checkedCost(rules, model, answers);
        if (cost === Number.POSITIVE_INFINITY) closed += 1;
        if (cost !== distance[index])
          wrongChanges.push(`${model.id} ${JSON.stringify(answers)} : ${cost}, au plus près ${distance[index]}`);
      }
    }
  }
  return { modele: model.id, classes, answerSets, lists, closed, wrongChanges };
}

/** The cost of the change that the search proposes, once it is seen to open the model; Infinity without a change. */
function checkedCost(rules: Rules, model: ModelRules, answers: Answers): number {
  const knowledge = knowledgeOf(rules, answers);
  const changes = smallestChange(rules, model, knowledge);
  if (!changes) return Number.POSITIVE_INFINITY;
  if (standingOf(rules, model, knowledgeOf(rules, withChanges(answers, changes))).list !== 'eligible')
    return Number.NaN;
  return changes.reduce(
    (sum, { question, vers }) => sum + costOfChange(knowledge, rules.questions.get(question)!, vers),
    0,
  );
}

function costOfChange(knowledge: Knowledge, { id, type }: Question, vers: Answer): number {
  const { chosen, low } = knowledge.get(id)!;
  if (type === 'choix') return 1;
  return type === 'nombre' ? Number(vers) - low : (vers as string[]).length - chosen.length;
}

type Partial = { readonly answers: Answers; readonly size: number };

/** Combinations of the questions that no change touches; those that give the same points in all are merged. */
function combineFixed(rules: Rules, model: ModelRules, role: string, factors: readonly Factor[]): Partial[] {
  let combined: Partial[] = [{ answers: {}, size: 1 }];
  for (const factor of factors) {
    const next = combined.flatMap(({ answers, size }) =>
      factor.classes.map(({ members }) => ({
        answers: withAnswer(answers, factor.question, members[0]),
        size: size * members.length,
      })),
    );
    combined = [...Map.groupBy(next, ({ answers }) => sightOf(rules, model, { ...answers, role })).values()].map(
      (same) => ({
        answers: same[0]!.answers,
        size: same.reduce((sum, { size }) => sum + size, 0),
      }),
    );
  }
  return combined;
}

/**
 * What a model sees of answers that no change touches: the rules they settle or leave open, being in the model, and
 * their points in all. Once they exclude the model for good, points change nothing.
 */
function sightOf(rules: Rules, model: ModelRules, answers: Answers): string {
  const knowledge = knowledgeOf(rules, answers);
  const lines = [...model.exclusions, ...model.prerequisites].flatMap((group) =>
    group.lines.flatMap(({ si }) => linesOf(si)),
  );
  const truths = lines.map((line) => truthOf(line, knowledge));
  const isOut = model.exclusions.some((group) => failedLine(group, knowledge));
  const { score } = standingOf(rules, model, knowledge);
  return JSON.stringify([truths, isHeld(model, knowledge), isOut ? null : score]);
}

function statesOf(factors: readonly Factor[], answers: Answers): Partial[] {
  let states: Partial[] = [{ answers, size: 1 }];
  for (const { question, classes } of factors) {
    states = states.flatMap((state) =>
      classes.map(({ members }) => ({
        answers: withAnswer(state.answers, question, members[0]),
        size: state.size * members.length,
      })),
    );
  }
  return states;
}

const withAnswer = (answers: Answers, { id }: Question, answer: Answer | undefined): Answers =>
  answer === undefined ? answers : { ...answers, [id]: answer };

/** The cost from every state to the nearest eligible one; the states are numbered with the last question fastest. */
function distances(eligible: readonly boolean[], costs: readonly (readonly (readonly number[])[])[]): number[] {
  let distance = eligible.map((yes) => (yes ? 0 : Number.POSITIVE_INFINITY));
  let stride = eligible.length;
  for (const table of costs) {
    const count = table.length;
    stride /= count;
    distance = distance.map((_, index) => {
      const own = Math.floor(index / stride) % count;
      const base = index - own * stride;
      return Math.min(...table[own]!.map((cost, to) => cost + distance[base + to * stride]!));
    });
  }
  return distance;
}
