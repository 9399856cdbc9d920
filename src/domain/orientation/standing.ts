import type { VerdictList } from './condition.schema.ts';
import type { Knowledge } from './knowledge.ts';
import type { Exclusion, PointsLine, Prerequisite } from './rules.schema.ts';
import type { ModelRules, RuleGroup, Rules } from './rules.ts';
import { openQuestions, truthOf } from './truth.ts';

/** Where one model stands, before sentences are chosen. */
export type Standing = {
  readonly model: ModelRules;
  readonly list: VerdictList;
  readonly score: number;
  /** The lines of points that count, in the order of the questions. */
  readonly points: readonly PointsLine[];
  readonly exclusions: readonly Exclusion[];
  readonly missing: readonly Prerequisite[];
  /** The unanswered questions whose answer could still exclude the model or leave something missing. */
  readonly open: readonly string[];
};

/**
 * The verdict on one model: excluded, already held, eligible, conditional or a weaker option. Wishes do not exclude a
 * model that the person is already in.
 */
export function standingOf(rules: Rules, model: ModelRules, knowledge: Knowledge): Standing {
  const held = isHeld(model, knowledge);
  const groups = model.exclusions.filter(({ lines }) => !(held && lines.some(({ souhait }) => souhait)));
  const exclusions = groups.flatMap((group) => failedLine(group, knowledge) ?? []);
  const missing = model.prerequisites.flatMap((group) => failedLine(group, knowledge) ?? []);
  const points = pointsOf(rules, model, knowledge);
  const score = points.reduce((sum, line) => sum + line.points, 0);
  const open = new Set([...groups, ...model.prerequisites].flatMap((group) => openIn(group, knowledge)));
  return {
    model,
    list: listOf(exclusions.length > 0, held, missing.length > 0, score >= rules.data.general.seuil),
    score,
    points,
    exclusions,
    missing,
    open: [...rules.questions.keys()].filter((question) => open.has(question)),
  };
}

export const isHeld = ({ heldBy }: ModelRules, knowledge: Knowledge): boolean =>
  heldBy.some(({ question, option }) => knowledge.get(question)!.chosen.includes(option));

/** The line of a rule that holds, the first one when several do. */
export const failedLine = <Rule extends Exclusion | Prerequisite>(
  { lines }: RuleGroup<Rule>,
  knowledge: Knowledge,
): Rule | undefined => lines.find(({ si }) => truthOf(si, knowledge) === true);

/** Whether a line of points counts; on a set, that its option is among the chosen ones. */
export const counts = ({ question, options, si }: PointsLine, knowledge: Knowledge): boolean =>
  knowledge.get(question)!.chosen.some((option) => options.includes(option)) &&
  (!si || truthOf(si, knowledge) === true);

function pointsOf(rules: Rules, { points }: ModelRules, knowledge: Knowledge): PointsLine[] {
  return [...rules.questions.keys()].flatMap((question) =>
    (points.get(question) ?? []).filter((line) => counts(line, knowledge)),
  );
}

/** A rule that already fails opens no question: no answer can make it fail more. */
function openIn(group: RuleGroup<Exclusion | Prerequisite>, knowledge: Knowledge): string[] {
  if (failedLine(group, knowledge)) return [];
  return group.lines.flatMap(({ si }) => openQuestions(si, knowledge));
}

function listOf(isExcluded: boolean, held: boolean, isIncomplete: boolean, scores: boolean): VerdictList {
  if (isExcluded) return 'exclu';
  if (held) return 'en-place';
  if (!scores) return 'autre-piste';
  return isIncomplete ? 'conditionnel' : 'eligible';
}
