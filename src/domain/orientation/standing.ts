import type { VerdictList } from './condition.schema.ts';
import type { Exclusion, PointsLine, Prerequisite } from './rules.schema.ts';
import type { ModelRules, RuleGroup, Rules } from './rules.ts';
import type { Situation } from './situation.ts';
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
export function standingOf(rules: Rules, model: ModelRules, situation: Situation): Standing {
  const held = isHeld(model, situation);
  const groups = model.exclusions.filter(({ lines }) => !(held && lines.some(({ souhait }) => souhait)));
  const exclusions = groups.flatMap((group) => failedLine(group, situation) ?? []);
  const missing = model.prerequisites.flatMap((group) => failedLine(group, situation) ?? []);
  const points = pointsOf(rules, model, situation);
  const score = points.reduce((sum, line) => sum + line.points, 0);
  const open = new Set([...groups, ...model.prerequisites].flatMap((group) => openIn(group, situation)));
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

export const isHeld = ({ heldBy }: ModelRules, situation: Situation): boolean =>
  heldBy.some(({ question, option }) => situation.get(question)!.chosen.includes(option));

/** The line of a rule that holds, the first one when several do. */
export const failedLine = <Rule extends Exclusion | Prerequisite>(
  { lines }: RuleGroup<Rule>,
  situation: Situation,
): Rule | undefined => lines.find(({ si }) => truthOf(si, situation) === true);

/** Whether a line of points counts; on a set, that its option is among the chosen ones. */
export const counts = ({ question, options, si }: PointsLine, situation: Situation): boolean =>
  situation.get(question)!.chosen.some((option) => options.includes(option)) &&
  (!si || truthOf(si, situation) === true);

function pointsOf(rules: Rules, { points }: ModelRules, situation: Situation): PointsLine[] {
  return [...rules.questions.keys()].flatMap((question) =>
    (points.get(question) ?? []).filter((line) => counts(line, situation)),
  );
}

/** A rule that already fails opens no question: no answer can make it fail more. */
function openIn(group: RuleGroup<Exclusion | Prerequisite>, situation: Situation): string[] {
  if (failedLine(group, situation)) return [];
  return group.lines.flatMap(({ si }) => openQuestions(si, situation));
}

function listOf(isExcluded: boolean, held: boolean, isIncomplete: boolean, scores: boolean): VerdictList {
  if (isExcluded) return 'exclu';
  if (held) return 'en-place';
  if (!scores) return 'autre-piste';
  return isIncomplete ? 'conditionnel' : 'eligible';
}
