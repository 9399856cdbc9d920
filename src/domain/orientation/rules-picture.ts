import type { Answer } from './answers.ts';
import type { Condition } from './condition.schema.ts';
import { questionsIn } from './condition.schema.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Question } from './rules.schema.ts';
import { isAbout, type Rules } from './rules.ts';
import { truthOf } from './truth.ts';

/** One thing that an answer does, or that the result does when no answer is named. */
export type Effect = {
  readonly genre: 'points' | 'exclusion' | 'prerequis' | 'complement' | 'note' | 'redirection' | 'en-place';
  /** `sans`: it is leaving this option of a set out that has the effect. */
  readonly sens: 'avec' | 'sans';
  /** X1, P5, N2; null for the rest. */
  readonly regle: string | null;
  /** The models touched, or where a complement or a redirection leads. */
  readonly modeles: readonly string[];
  readonly points: number | null;
  readonly phrase: string;
  /** The whole condition, as its author wrote it; null when this answer alone is enough. */
  readonly quand: Condition | null;
  readonly sources: readonly string[];
  readonly date: string | null;
};

export type QuestionPicture = {
  readonly id: string;
  readonly intitule: string;
  readonly reponses: readonly { readonly slug: string; readonly libelle: string; readonly effets: readonly Effect[] }[];
};

/** Which answer leads where. */
export type RulesPicture = {
  readonly questions: readonly QuestionPicture[];
  /** What depends on the result and on no single answer. */
  readonly resultat: readonly Effect[];
};

/**
 * Draws the rules for the people who keep them. A rule that reads several questions stands under each answer that
 * brings it closer, with its condition.
 */
export function rulesPicture(rules: Rules): RulesPicture {
  const effects = conditionalEffects(rules);
  return {
    questions: rules.data.questions.map((question) => ({
      id: question.id,
      intitule: question.intitule,
      reponses: question.options.map(({ slug, libelle }) => ({
        slug,
        libelle,
        effets: [
          ...heldEffects(rules, question.id, slug),
          ...effects.flatMap((effect) => effectOfAnswer(rules, effect, question, slug)),
          ...pointsEffects(rules, question.id, slug),
        ],
      })),
    })),
    resultat: effects
      .filter(({ si }) => questionsIn(si).length === 0 || readsResultFirst(rules, si))
      .map(({ asWritten, effect }) => ({ ...effect, quand: asWritten })),
  };
}

/** Every source that the rules cite, in the order they are first cited. */
export function sourcesCited({ data }: Rules): string[] {
  const cited = [data.general.redirections, data.exclusions, data.prerequis, data.points, data.complements, data.notes];
  return [...new Set(cited.flatMap((rules) => rules.flatMap(({ sources }) => sources)))];
}

/** A rule with its condition written out, to be judged, and as its author wrote it, to be read. */
type ConditionalEffect = { readonly si: Condition; readonly asWritten: Condition; readonly effect: Effect };

function conditionalEffects(rules: Rules): ConditionalEffect[] {
  const { data } = rules;
  const ids = data.general.modeles.map(({ id }) => id);
  const list = <Rule extends Written>(
    genre: Effect['genre'],
    written: readonly Rule[],
    out: readonly Rule[],
    modelsOf: (rule: Rule) => string[],
  ) =>
    written.map(
      (rule, index): ConditionalEffect => ({
        si: out[index]!.si,
        asWritten: rule.si,
        effect: { ...plain(rule), genre, regle: rule.regle ?? null, modeles: modelsOf(rule) },
      }),
    );
  return [
    ...list('redirection', data.general.redirections, rules.redirections, ({ vers }) => [vers]),
    ...list('exclusion', data.exclusions, rules.exclusions, (rule) => ids.filter((id) => isAbout(rule, id))),
    ...list('prerequis', data.prerequis, rules.prerequis, (rule) => ids.filter((id) => isAbout(rule, id))),
    ...list('complement', data.complements, rules.complements, ({ vers }) => [vers]),
    ...list('note', data.notes, rules.notes, () => []),
  ];
}

type Proven = { readonly phrase: string; readonly sources: readonly string[]; readonly date: string };
type Written = Proven & { readonly regle?: string; readonly si: Condition };

const plain = ({ phrase, sources, date }: Proven): Effect => ({
  genre: 'points',
  sens: 'avec',
  regle: null,
  modeles: [],
  points: null,
  phrase,
  quand: null,
  sources,
  date,
});

/** An answer has an effect when it brings the condition closer than the worst answer to the same question. */
function effectOfAnswer(
  rules: Rules,
  { si, asWritten, effect }: ConditionalEffect,
  question: Question,
  slug: string,
): Effect[] {
  if (!questionsIn(si).includes(question.id)) return [];
  const weight = (answer: Answer) =>
    weights[String(truthOf(si, knowledgeOf(rules, { [question.id]: answer }))) as keyof typeof weights];
  const answerOf = (option: string): Answer =>
    question.type === 'ensemble' ? [option] : question.type === 'nombre' ? Number(option) : option;
  const here = weight(answerOf(slug));
  const quand = here === weights.true ? null : asWritten;
  if (question.type === 'ensemble') {
    const without = weight([]);
    if (here > without) return [{ ...effect, quand }];
    return here < without ? [{ ...effect, sens: 'sans', quand: asWritten }] : [];
  }
  const worst = Math.min(...question.options.map((option) => weight(answerOf(option.slug))));
  return here > worst ? [{ ...effect, quand }] : [];
}

const weights = { false: 0, null: 1, true: 2 } as const;

/** No answer alone brings it closer: it waits for a result. */
const readsResultFirst = (rules: Rules, si: Condition): boolean => truthOf(si, knowledgeOf(rules, {})) === false;

function pointsEffects({ data }: Rules, question: string, option: string): Effect[] {
  return data.points
    .filter((line) => line.question === question && line.options.includes(option))
    .map((line) => ({
      ...plain(line),
      modeles: [line.modele],
      points: line.points,
      quand: line.si ?? null,
    }));
}

function heldEffects({ data }: Rules, question: string, option: string): Effect[] {
  return data.general.dejaVers
    .filter((held) => held.question === question && held.option === option)
    .map(({ modele, phrase }) => ({
      ...plain({ phrase, sources: [], date: '' }),
      genre: 'en-place',
      modeles: [modele],
      date: null,
    }));
}
