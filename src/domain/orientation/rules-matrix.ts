import type { Effect, QuestionPicture, RulesPicture } from './rules-picture.ts';

/** All that the answers to one question can do to one model. */
export type Influence = {
  readonly exclut: boolean;
  /** An answer may leave something missing. */
  readonly demande: boolean;
  /** Least and most points that an answer gives; null when none gives or takes any. */
  readonly points: { readonly min: number; readonly max: number } | null;
};

/** One line a question, in their order: what it can do to each model, null where it does nothing. */
export type MatrixRow = {
  readonly question: string;
  readonly intitule: string;
  readonly influences: ReadonlyMap<string, Influence>;
};

/** The whole picture at a glance. The models are those that some rule touches. */
export const rulesMatrix = ({ questions }: RulesPicture): MatrixRow[] =>
  questions.map(({ id, intitule, reponses }) => ({
    question: id,
    intitule,
    influences: influencesOf(reponses.flatMap(({ effets }) => effets)),
  }));

function influencesOf(effects: readonly Effect[]): Map<string, Influence> {
  const influences = new Map<string, Influence>();
  for (const { genre, modeles, points } of effects) {
    if (genre !== 'points' && genre !== 'exclusion' && genre !== 'prerequis') continue;
    for (const model of modeles) {
      const known = influences.get(model) ?? { exclut: false, demande: false, points: null };
      influences.set(model, {
        exclut: known.exclut || genre === 'exclusion',
        demande: known.demande || genre === 'prerequis',
        points: points === null ? known.points : widened(known.points, points),
      });
    }
  }
  return influences;
}

const widened = (range: Influence['points'], points: number) => ({
  min: Math.min(range?.min ?? points, points),
  max: Math.max(range?.max ?? points, points),
});

export type AnswersAlike = {
  readonly reponses: QuestionPicture['reponses'];
  readonly effets: readonly Effect[];
};

/** The answers to a question, those that have the very same effects together. */
export const answersAlike = ({ reponses }: QuestionPicture): AnswersAlike[] =>
  [...Map.groupBy(reponses, ({ effets }) => JSON.stringify(effets)).values()].map((alike) => ({
    reponses: alike,
    effets: alike[0]!.effets,
  }));
