import type { Answers, Change } from './answers.ts';
import type { VerdictList } from './condition.schema.ts';
import { type Knowledge, knowledgeOf } from './knowledge.ts';
import type { Rules } from './rules.ts';
import { smallestChange } from './smallest-change.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Outcome, truthOf } from './truth.ts';

/** A sentence of the rules and where it comes from; `autresSources` only when there are others. */
export type Sourced = { readonly phrase: string; readonly source: string; readonly autresSources?: readonly string[] };

export type Reason = { readonly question: string; readonly points: number } & Sourced;
/** Why a model is out; `question` is there when a wish is the cause, and names the answer to change. */
export type Exclusion = { readonly regle: string; readonly question?: string } & Sourced;
export type Missing = { readonly regle: string; readonly quoiFaire: string } & Sourced;
export type Note = { readonly regle: string } & Sourced;

/** The unanswered questions whose answer could still exclude the model or leave something missing. */
type StillOpen = { readonly aPreciser: readonly string[] };
type Scored = { readonly modele: string; readonly score: number; readonly raisons: readonly Reason[] } & StillOpen;
type NotYet = { readonly manques: readonly Missing[]; readonly bascule: readonly Change[] | null };

export type Eligible = Scored;
export type Conditional = Scored & NotYet;
export type Excluded = { readonly modele: string; readonly motifs: readonly Exclusion[] } & NotYet;
export type Held = { readonly modele: string; readonly phrase: string } & StillOpen;

/** The field names are those of the public API. Every list is sorted by score, then by the order of the models. */
export type Recommendation = {
  readonly version: string;
  readonly redirection: null;
  readonly tete: string | null;
  readonly statutTete: 'eligible' | 'conditionnel' | null;
  readonly eligibles: readonly Eligible[];
  readonly conditionnels: readonly Conditional[];
  readonly autresPistes: readonly Conditional[];
  readonly exclus: readonly Excluded[];
  readonly dejaEnPlace: readonly Held[];
  readonly complements: readonly string[];
  readonly notes: readonly Note[];
};

/** The answer to someone who has no structure to choose. */
export type Redirection = { readonly redirection: string };

/** What the rules say to these answers: every model is in exactly one of the five lists. */
export function evaluate(rules: Rules, answers: Answers): Recommendation | Redirection {
  const knowledge = knowledgeOf(rules, answers);
  const redirection = rules.redirections.find(({ si }) => truthOf(si, knowledge) === true);
  if (redirection) return { redirection: redirection.vers };

  const standings = rules.models.map((model) => standingOf(rules, model, knowledge)).sort(byScore);
  const inList = (list: VerdictList) => standings.filter((standing) => standing.list === list);
  const head = standings.find(({ list }) => list === 'eligible' || list === 'conditionnel');
  const outcome: Outcome = {
    tete: head?.model.id ?? null,
    lists: new Map(standings.map(({ model, list }) => [model.id, list])),
  };
  const holds = ({ si }: { si: Parameters<typeof truthOf>[0] }) => truthOf(si, knowledge, outcome) === true;

  return {
    version: rules.data.general.version,
    redirection: null,
    tete: outcome.tete,
    statutTete: head ? (head.list as 'eligible' | 'conditionnel') : null,
    eligibles: inList('eligible').map(eligible),
    conditionnels: inList('conditionnel').map((standing) => conditional(rules, standing, knowledge)),
    autresPistes: inList('autre-piste').map((standing) => conditional(rules, standing, knowledge)),
    exclus: inList('exclu').map((standing) => excluded(rules, standing, knowledge)),
    dejaEnPlace: inList('en-place').map((standing) => held(standing, knowledge)),
    complements: rules.complements.filter(holds).map(({ vers }) => vers),
    notes: rules.notes.filter(holds).map((note) => ({ regle: note.regle, ...sourced(note) })),
  };
}

/** Best score first; between equal scores, the order of the models decides, eligible or conditional alike. */
const byScore = (one: Standing, other: Standing): number =>
  other.score - one.score || one.model.rank - other.model.rank;

type Proven = { readonly phrase: string; readonly sources: readonly string[] };

const sourced = (rule: Proven): Sourced => ({ phrase: rule.phrase, ...origin(rule) });

const origin = ({ sources }: Proven): Omit<Sourced, 'phrase'> => ({
  source: sources[0]!,
  ...(sources.length > 1 && { autresSources: sources.slice(1) }),
});

const reasons = ({ points }: Standing): Reason[] =>
  points.map((line) => ({ question: line.question, points: line.points, ...sourced(line) }));

const missingOf = ({ missing }: Standing): Missing[] =>
  missing.map((rule) => ({ regle: rule.regle, phrase: rule.phrase, quoiFaire: rule.quoiFaire, ...origin(rule) }));

const eligible = (standing: Standing): Eligible => ({
  modele: standing.model.id,
  score: standing.score,
  raisons: reasons(standing),
  aPreciser: standing.open,
});

const conditional = (rules: Rules, standing: Standing, knowledge: Knowledge): Conditional => ({
  modele: standing.model.id,
  score: standing.score,
  raisons: reasons(standing),
  manques: missingOf(standing),
  bascule: smallestChange(rules, standing.model, knowledge),
  aPreciser: standing.open,
});

const excluded = (rules: Rules, standing: Standing, knowledge: Knowledge): Excluded => ({
  modele: standing.model.id,
  motifs: standing.exclusions.map((rule) => ({
    regle: rule.regle,
    ...(rule.souhait && { question: rule.souhait }),
    ...sourced(rule),
  })),
  manques: missingOf(standing),
  bascule: smallestChange(rules, standing.model, knowledge),
});

function held({ model, open }: Standing, knowledge: Knowledge): Held {
  const by = model.heldBy.find(({ question, option }) => knowledge.get(question)!.chosen.includes(option));
  return { modele: model.id, phrase: by?.phrase ?? '', aPreciser: open };
}
