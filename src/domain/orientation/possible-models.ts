import type { Answers } from './answers.ts';
import { knowledgeOf } from './knowledge.ts';
import type { PointsLine, Question } from './rules.schema.ts';
import type { ModelRules, Rules } from './rules.ts';
import { standingOf } from './standing.ts';
import { truthOf } from './truth.ts';

/** What the answers given so far leave to one model. */
export type Possibility = {
  readonly modele: string;
  /**
   * `exclu`: out, `pourquoi` says why. `en-place`: the person is in it. `sous-condition`: something is missing,
   * `pourquoi` says what. `hors-de-portee`: no remaining answer brings it to the threshold. `possible`: the others.
   */
  readonly etat: 'exclu' | 'en-place' | 'sous-condition' | 'hors-de-portee' | 'possible';
  readonly pourquoi: readonly { readonly regle: string; readonly phrase: string }[];
  /** The unanswered questions whose answer could still exclude it or leave something missing. */
  readonly aPreciser: readonly string[];
  readonly score: number;
  /** The score if every remaining answer were the most favourable. */
  readonly scoreMaximal: number;
};

/** The live list beside the questions, in the order of the models; every answer may be absent, the role too. */
export function possibleModels(rules: Rules, answers: Answers): Possibility[] {
  const knowledge = knowledgeOf(rules, answers);
  return rules.models.map((model) => {
    const { list, score, exclusions, missing, open } = standingOf(rules, model, knowledge);
    const mayCount = ({ si }: PointsLine) => !si || truthOf(si, knowledge) !== false;
    const mayStill = ({ options, si }: PointsLine, question: Question) =>
      si !== undefined &&
      truthOf(si, knowledge) === null &&
      knowledge.get(question.id)!.chosen.some((option) => options.includes(option));
    const scoreMaximal = [...rules.questions.values()].reduce((sum, question) => {
      if (answers[question.id] === undefined) return sum + mostPoints(model, question, mayCount);
      const waiting = (model.points.get(question.id) ?? []).filter((line) => mayStill(line, question));
      return sum + waiting.reduce((most, { points }) => most + Math.max(0, points), 0);
    }, score);
    const isOutOfReach = scoreMaximal < rules.data.general.seuil;
    const etat = (): Possibility['etat'] => {
      if (list === 'exclu' || list === 'en-place') return list;
      if (isOutOfReach) return 'hors-de-portee';
      return missing.length > 0 ? 'sous-condition' : 'possible';
    };
    return {
      modele: model.id,
      etat: etat(),
      pourquoi: (exclusions.length > 0 ? exclusions : missing).map(({ regle, phrase }) => ({ regle, phrase })),
      aPreciser: open,
      score,
      scoreMaximal,
    };
  });
}

/** The most that an answer to a question gives: the best option, or every good option of a set. */
function mostPoints(
  { points }: ModelRules,
  { id, type, options }: Question,
  mayCount: (line: PointsLine) => boolean,
): number {
  const lines = (points.get(id) ?? []).filter(mayCount);
  const perOption = options.map(({ slug }) =>
    lines.filter((line) => line.options.includes(slug)).reduce((sum, line) => sum + line.points, 0),
  );
  if (type === 'ensemble') return perOption.filter((gain) => gain > 0).reduce((sum, gain) => sum + gain, 0);
  return Math.max(0, ...perOption);
}
