import { DataFileError, readData } from '#domain/shared/data-file.ts';
import { issueOf } from '#domain/shared/refusal.ts';
import { type Condition, questionsIn } from './condition.schema.ts';
import {
  type Exclusion,
  type PointsLine,
  type Prerequisite,
  type Question,
  type RulesData,
  rulesSchema,
} from './rules.schema.ts';
import { incoherences } from './rules-coherence.ts';

/** The lines of one rule (X1, P5…) about one model: the first that holds speaks. */
export type RuleGroup<Rule> = {
  readonly regle: string;
  readonly lines: readonly Rule[];
  readonly questions: ReadonlySet<string>;
};

/** All that the rules say about one model. */
export type ModelRules = {
  readonly id: string;
  /** Its place between equal scores. */
  readonly rank: number;
  readonly exclusions: readonly RuleGroup<Exclusion>[];
  readonly prerequisites: readonly RuleGroup<Prerequisite>[];
  readonly points: ReadonlyMap<string, readonly PointsLine[]>;
  /** The questions of the smallest change whose answer can matter to this model. */
  readonly changeable: readonly string[];
  /** The answers that say that the person is already in this model. */
  readonly heldBy: readonly { readonly question: string; readonly option: string; readonly phrase: string }[];
};

/** The rules, checked and sorted for use. In all but `data`, the named sets are written out in the conditions. */
export type Rules = {
  /** As their authors wrote them. */
  readonly data: RulesData;
  readonly questions: ReadonlyMap<string, Question>;
  readonly models: readonly ModelRules[];
} & WrittenOut;

type WrittenOut = Pick<RulesData, 'exclusions' | 'prerequis' | 'points' | 'complements' | 'notes'> &
  Pick<RulesData['general'], 'redirections'>;

const folder = 'data/orientation';

/**
 * Reads the content of the files of `data/orientation`, one key per file.
 * @throws when a file does not meet its schema or when the files contradict each other: the site must not start.
 */
export function readRules(files: unknown): Rules {
  const data = readData(rulesSchema, files, folder);
  const faults = incoherences(data);
  if (faults.length > 0) {
    throw new DataFileError(
      folder,
      faults.map(({ ou, faute }) => issueOf(faute, [ou])),
    );
  }
  const rules = writeSetsOut(data);
  return {
    data,
    questions: new Map(data.questions.map((question) => [question.id, question])),
    models: data.general.modeles.map(({ id }, rank) => modelRules(data.general, rules, id, rank)),
    ...rules,
  };
}

/** Whether a rule that names its models (`modeles`, or `tousSauf`) is about this one. */
export const isAbout = (rule: Pick<Exclusion, 'modeles' | 'tousSauf'>, id: string): boolean =>
  rule.modeles ? rule.modeles.includes(id) : !rule.tousSauf?.includes(id);

function modelRules(general: RulesData['general'], rules: WrittenOut, id: string, rank: number): ModelRules {
  const exclusions = groupByRule(rules.exclusions.filter((rule) => isAbout(rule, id)));
  const prerequisites = groupByRule(rules.prerequis.filter((rule) => isAbout(rule, id)));
  const points = Map.groupBy(
    rules.points.filter(({ modele }) => modele === id),
    ({ question }) => question,
  );
  const matters = (question: string) =>
    points.has(question) || [...exclusions, ...prerequisites].some(({ questions }) => questions.has(question));
  return {
    id,
    rank,
    exclusions,
    prerequisites,
    points,
    changeable: general.bascule.filter(matters),
    heldBy: general.dejaVers.filter(({ modele }) => modele === id),
  };
}

function groupByRule<Rule extends { regle: string; si: Condition }>(rules: readonly Rule[]): RuleGroup<Rule>[] {
  return [...Map.groupBy(rules, ({ regle }) => regle)].map(([regle, lines]) => ({
    regle,
    lines,
    questions: new Set(lines.flatMap(({ si }) => questionsIn(si))),
  }));
}

function writeSetsOut({ general, ...data }: RulesData): WrittenOut {
  const sets = new Map(general.ensembles.map(({ id, options }) => [id, options]));
  const written = (condition: Condition): Condition => {
    if ('tous' in condition) return { tous: condition.tous.map(written) };
    if ('un' in condition) return { un: condition.un.map(written) };
    if ('non' in condition) return { non: written(condition.non) };
    return 'dans' in condition ? { question: condition.question, parmi: sets.get(condition.dans) ?? [] } : condition;
  };
  const withSets = <Rule extends { si: Condition }>(rule: Rule): Rule => ({ ...rule, si: written(rule.si) });
  return {
    redirections: general.redirections.map(withSets),
    exclusions: data.exclusions.map(withSets),
    prerequis: data.prerequis.map(withSets),
    points: data.points.map((line) => (line.si ? { ...line, si: written(line.si) } : line)),
    complements: data.complements.map(withSets),
    notes: data.notes.map(withSets),
  };
}
