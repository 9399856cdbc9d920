import { isDeepStrictEqual } from 'node:util';
import { evaluate, type Recommendation } from '#domain/orientation/evaluate.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';
import { allAnswers } from './answer-classes.ts';
import type { BenchRow } from './bench-row.ts';
import { bruteChange } from './brute-change.ts';
import { type ModelSpace, walkModel } from './model-space.ts';
import { secondReading } from './orientation.publicodes.ts';
import { randomAnswers, readingOf, seededRandom } from './random-answers.ts';

export type OrientationFigures = {
  /** Different sets of answers that a person could give, patients and carers apart. */
  readonly answerSets: number;
  /** The part of them that the evaluated classes stand for: 1 is all, for every model. */
  readonly share: number;
  readonly models: readonly ModelSpace[];
  /** Classes of answers to which no model at all is held, eligible or opened by a change. */
  readonly deadEnds: number;
  /** Models that no answers make eligible. */
  readonly unreachable: readonly string[];
  /** Changes that do not open their model or are not the cheapest, over every class. */
  readonly wrongChanges: number;
  readonly situations: number;
  /** Situations on which the second reading, in publicodes, disagrees. */
  readonly differences: readonly string[];
  /** Situations in which a model is in no list or in two. */
  readonly contradictions: number;
  /** Changes compared with every set of changes of the same cost, by the rule for ties, and those that differ. */
  readonly tiesChecked: number;
  readonly wrongTies: readonly string[];
  /** Milliseconds for one evaluation with every smallest change. */
  readonly ms: { readonly p50: number; readonly p99: number; readonly max: number };
};

/** Row 14 of the scoreboard. It takes some minutes: every class of answers of every model is evaluated. */
export async function orientationRow(root = process.cwd()): Promise<BenchRow> {
  const seen = await measureOrientation(root);
  const faults =
    seen.deadEnds + seen.unreachable.length + seen.wrongChanges + seen.contradictions + seen.wrongTies.length;
  const classes = seen.models.reduce((sum, model) => sum + model.classes, 0);
  const count = (number: number) => number.toLocaleString('fr-FR');
  return {
    numero: 14,
    figure: 'Orientation : part des réponses possibles évaluée, écarts avec la seconde lecture, impasses',
    mesure:
      `${(100 * seen.share).toFixed(0)} % de ${count(seen.answerSets)} jeux de réponses, en ${count(classes)} classes ; ` +
      `${seen.differences.length} écart sur ${count(seen.situations)} situations ; ${faults} impasse ou faute ; ` +
      `${count(seen.tiesChecked)} bascules comparées à toutes celles de même coût ; ` +
      `une évaluation p50 ${seen.ms.p50.toFixed(2)} ms, p99 ${seen.ms.p99.toFixed(2)} ms`,
    ancre: 'publicodes : environ 1 ms par évaluation',
    objectif: 'tout, 0, 0 ; évaluation ≤ 5 ms',
    tenu: seen.share === 1 && seen.differences.length === 0 && faults === 0 && seen.ms.p99 <= 5,
  };
}

/** `root` is the folder that holds `data/`. */
export async function measureOrientation(
  root: string,
  { situations = 20_000, ties = 400, seed = 14 }: { situations?: number; ties?: number; seed?: number } = {},
): Promise<OrientationFigures> {
  const rules = readOrientation(root);
  const questions = [...rules.questions.values()];
  const roleQuestion = questions.find(({ obligatoire }) => obligatoire)!;
  const roles = roleQuestion.options
    .map(({ slug }) => slug)
    .filter((role) => evaluate(rules, { role }).redirection === null);
  const others = questions.filter((question) => question !== roleQuestion);
  const answerSets = others.reduce((product, question) => product * allAnswers(question).length, roles.length);

  const models = rules.models.map((model) => walkModel(rules, model, roles));
  return {
    answerSets,
    share: Math.min(...models.map((model) => model.answerSets)) / answerSets,
    models,
    deadEnds: Math.min(...models.map(({ closed }) => closed)),
    unreachable: models.filter(({ lists }) => !lists.eligible).map(({ modele }) => modele),
    wrongChanges: models.reduce((sum, { wrongChanges }) => sum + wrongChanges.length, 0),
    ms: timeEvaluations(rules, Math.min(situations, 20_000), seed),
    ...compareReadings(rules, situations, seed),
    ...compareTies(rules, ties, seed),
  };
}

/** Both readings on the same random situations. */
export function compareReadings(rules: Rules, situations: number, seed: number) {
  const random = seededRandom(seed);
  const read = secondReading();
  const differences: string[] = [];
  let contradictions = 0;
  for (let count = 0; count < situations; count++) {
    const answers = randomAnswers(rules, random);
    const result = evaluate(rules, answers);
    if (result.redirection === null && !isInOneList(rules, result as Recommendation)) contradictions += 1;
    if (!isDeepStrictEqual(readingOf(result), read(answers))) differences.push(JSON.stringify(answers));
  }
  return { situations, differences, contradictions };
}

/** Times evaluations of random situations, after as many that are not timed. */
export function timeEvaluations(rules: Rules, situations: number, seed: number) {
  const random = seededRandom(seed);
  const answers = Array.from({ length: situations }, () => randomAnswers(rules, random));
  for (const each of answers) evaluate(rules, each);
  const times = answers.map((each) => {
    const start = performance.now();
    evaluate(rules, each);
    return performance.now() - start;
  });
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(situations - 1, Math.floor(share * situations))]!;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The proposed change of random situations against every other of the same cost. */
export function compareTies(rules: Rules, ties: number, seed: number, mostCost = 5) {
  const random = seededRandom(seed);
  const wrongTies: string[] = [];
  let tiesChecked = 0;
  while (tiesChecked < ties) {
    const answers = randomAnswers(rules, random);
    const result = evaluate(rules, answers);
    if (result.redirection !== null) continue;
    const { conditionnels, autresPistes, exclus } = result as Recommendation;
    for (const { modele, bascule } of [...conditionnels, ...autresPistes, ...exclus]) {
      if (!bascule) continue;
      const brute = bruteChange(rules, rules.models.find(({ id }) => id === modele)!, answers, mostCost);
      if (!brute) continue;
      tiesChecked += 1;
      if (!isDeepStrictEqual(withoutOrigin(brute), withoutOrigin(bascule)))
        wrongTies.push(`${modele} ${JSON.stringify(answers)}`);
    }
  }
  return { tiesChecked, wrongTies };
}

const withoutOrigin = (changes: readonly { question: string; vers: unknown }[]) =>
  changes.map(({ question, vers }) => ({ question, vers }));

function isInOneList(
  rules: Rules,
  { eligibles, conditionnels, autresPistes, exclus, dejaEnPlace }: Recommendation,
): boolean {
  const listed = [...eligibles, ...conditionnels, ...autresPistes, ...exclus, ...dejaEnPlace].map(
    ({ modele }) => modele,
  );
  return isDeepStrictEqual(listed.sort(), rules.models.map(({ id }) => id).sort());
}
