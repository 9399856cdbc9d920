import type { Answer, Answers } from '#domain/orientation/answers.ts';
import { type Condition, linesOf } from '#domain/orientation/condition.schema.ts';
import { knowledgeOf } from '#domain/orientation/knowledge.ts';
import type { Question } from '#domain/orientation/rules.schema.ts';
import type { ModelRules, Rules } from '#domain/orientation/rules.ts';
import { truthOf } from '#domain/orientation/truth.ts';

/** Answers to one question that a model cannot tell apart; undefined is « unanswered ». */
export type AnswerClass = { readonly members: readonly (Answer | undefined)[] };

/** Every answer to a question: its options, or its sets of options, and no answer at all. */
export function allAnswers({ type, options, obligatoire }: Question): (Answer | undefined)[] {
  const slugs = options.map(({ slug }) => slug);
  const unanswered = obligatoire ? [] : [undefined];
  if (type === 'choix') return [...slugs, ...unanswered];
  if (type === 'nombre') return [...slugs.map(Number), ...unanswered];
  const sets = Array.from({ length: 2 ** slugs.length }, (_, bits) =>
    slugs.filter((_slug, index) => (bits >> index) & 1),
  );
  return [...sets, ...unanswered];
}

/**
 * The classes of the answers to `question` for `model`, when the role is `role`. Two answers are in one class when
 * every line of the model's rules that reads the question gives the same truth on both, counts between the same
 * bounds, gives the same points and says the same of being in the model already; and when, from both, every class is
 * as many additions away, if the smallest change may touch the question. The last part is reached by splitting until nothing splits any more.
 */
export function classesOf(rules: Rules, model: ModelRules, question: Question, role: string): AnswerClass[] {
  const answers = allAnswers(question);
  const changes = rules.data.general.bascule.includes(question.id);
  let keys = answers.map((answer) => signature(rules, model, question, role, answer));
  for (;;) {
    const classes = [...Map.groupBy(answers, (_, index) => keys[index]!).values()];
    const refined = answers.map((answer, index) =>
      changes ? `${keys[index]} ${classes.map((members) => additions(question, role, answer, members))}` : keys[index]!,
    );
    if (new Set(refined).size === classes.length) return classes.map((members) => ({ members }));
    keys = refined;
  }
}

/** What a change from one answer to the nearest of `targets` costs; Infinity when none can be reached. */
export function additions(
  question: Question,
  role: string,
  from: Answer | undefined,
  targets: readonly (Answer | undefined)[],
): number {
  return Math.min(Number.POSITIVE_INFINITY, ...targets.map((target) => costOf(question, role, from, target)));
}

function costOf(
  { type, options, inclut }: Question,
  role: string,
  from: Answer | undefined,
  to: Answer | undefined,
): number {
  if (to === undefined) return from === undefined ? 0 : Number.POSITIVE_INFINITY;
  if (type === 'choix') return from === to ? 0 : 1;
  if (type === 'nombre') return growth(Number(from ?? 0), Number(to), from === undefined);
  const isOfRole = (slug: string) => inclut !== undefined && slug === role;
  const whole = (answer: Answer | undefined) =>
    options
      .map(({ slug }) => slug)
      .filter((slug) => isOfRole(slug) || (answer as string[] | undefined)?.includes(slug));
  const [before, after] = [whole(from), whole(to)];
  return before.every((slug) => after.includes(slug))
    ? growth(before.length, after.length, from === undefined)
    : Number.POSITIVE_INFINITY;
}

/** An unanswered question is not answered for nothing. */
function growth(from: number, to: number, wasUnanswered: boolean): number {
  if (to > from) return to - from;
  return to === from && !wasUnanswered ? 0 : Number.POSITIVE_INFINITY;
}

function signature(
  rules: Rules,
  model: ModelRules,
  question: Question,
  role: string,
  answer: Answer | undefined,
): string {
  const answers: Answers = { role, ...(answer !== undefined && { [question.id]: answer }) };
  const knowledge = knowledgeOf(rules, answers);
  const known = knowledge.get(question.id)!;
  const lines = [...model.exclusions, ...model.prerequisites].flatMap((group) =>
    group.lines.flatMap(({ si }) => linesOf(si)),
  );
  const own = (line: Condition) =>
    'compte' in line ? line.compte.includes(question.id) : 'question' in line && line.question === question.id;
  const seen = lines.filter(own).map((line) => ('compte' in line ? [known.low, known.high] : truthOf(line, knowledge)));
  const points = (model.points.get(question.id) ?? []).filter((line) =>
    line.options.some((option) => known.chosen.includes(option)),
  );
  const conditional = points.map((line) => (line.si ? [line.si, line.points] : null)).filter(Boolean);
  const total = points.filter((line) => !line.si).reduce((sum, line) => sum + line.points, 0);
  const held = model.heldBy.map((by) => by.question === question.id && known.chosen.includes(by.option));
  return JSON.stringify([seen, conditional, total, held]);
}

/** Roles (answers to the one required question) that a model cannot tell apart, whatever the other answers. */
export function roleClassesOf(
  rules: Rules,
  model: ModelRules,
  question: Question,
  roles: readonly string[],
): string[][] {
  const including = [...rules.questions.values()].filter(({ inclut }) => inclut === question.id);
  const keyOf = (role: string) => {
    const sets = including.map((set) =>
      classesOf(rules, model, set, role).map(({ members }) => [
        members,
        signature(rules, model, set, role, members[0]),
      ]),
    );
    const conditional = [...model.points.values()]
      .flat()
      .filter(({ si }) => si)
      .map(({ si }) => truthOf(si!, knowledgeOf(rules, { [question.id]: role })));
    return JSON.stringify([signature(rules, model, question, role, role), conditional, sets]);
  };
  return [...Map.groupBy(roles, keyOf).values()];
}
