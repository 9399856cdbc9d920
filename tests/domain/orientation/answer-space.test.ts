import { expect, test } from 'vitest';
import type { Answer, Answers } from '#domain/orientation/answers.ts';
import { knowledgeOf } from '#domain/orientation/knowledge.ts';
import type { ModelRules } from '#domain/orientation/rules.ts';
import { standingOf } from '#domain/orientation/standing.ts';
import { allAnswers, classesOf } from '../../bench/answer-classes.ts';
import { walkModel } from '../../bench/model-space.ts';
import { compareReadings, compareTies } from '../../bench/orientation-space.ts';
import { randomAnswers, seededRandom } from '../../bench/random-answers.ts';
import { rules } from './verdicts.ts';

/**
 * The 25 million million sets of answers are too many to try, and no model tells them all apart: docs/decisions/0011
 * says how they fall into classes. `npm run bench` walks through every class; here a part of them, and the argument
 * itself, are tried at each change.
 */
const roles = rules.questions
  .get('role')!
  .options.map(({ slug }) => slug)
  .filter((role) => role !== 'patient_aidant');

const questions = [...rules.questions.values()].filter(({ id }) => id !== 'role');

/** One combination out of `step`, always the same ones. */
const oneOutOf = (step: number) => {
  let count = 0;
  return () => count++ % step === 0;
};

test('answers that no line of a model tells apart get the same verdict from it: 1,000 swaps', () => {
  const random = seededRandom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const twins = twinsOf();
  for (let count = 0; count < 1_000; count++) {
    const answers = randomAnswers(rules, random);
    if (answers.role === 'patient_aidant') continue;
    const model = pick(rules.models);
    const swapped = Object.fromEntries(
      questions.map(({ id }) => [id, pick(twins(model, id, String(answers.role), answers[id]))] as const),
    );
    const stand = (each: Answers) => {
      const { list, score, exclusions, missing } = standingOf(rules, model, knowledgeOf(rules, each));
      return { list, score, codes: [...exclusions, ...missing].map(({ regle }) => regle) };
    };
    const known = answersOf({ ...swapped, role: answers.role });
    expect(stand(known), `${model.id} ${JSON.stringify(answers)} ${JSON.stringify(known)}`).toEqual(stand(answers));
  }
});

/** The answers in the class of an answer, each class made once. */
function twinsOf() {
  const made = new Map<string, Map<string, readonly (Answer | undefined)[]>>();
  return (model: ModelRules, id: string, role: string, answer: Answer | undefined) => {
    const key = `${model.id} ${id} ${role}`;
    const byAnswer = made.get(key) ?? new Map();
    if (!made.has(key)) {
      made.set(key, byAnswer);
      for (const { members } of classesOf(rules, model, rules.questions.get(id)!, role)) {
        for (const member of members) byAnswer.set(JSON.stringify(member), members);
      }
    }
    return byAnswer.get(JSON.stringify(answer))!;
  };
}

const answersOf = (all: Readonly<Record<string, Answer | undefined>>): Answers =>
  Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Answer] => entry[1] !== undefined));

test.each([
  ['ESP_CLAP', 17],
  ['ESP_PROJET', 211],
  ['ESP_SIMPLE', 11],
  ['ASALEE', 3],
  ['MSP', 127],
  ['CDS', 11],
  ['CPTS', 1],
  ['ESS', 1],
])(
  '%s: some answers make it eligible; in one combination out of %i, each change opens it and no smaller one does',
  (id, step) => {
    const seen = walkModel(rules, rules.models.find((model) => model.id === id)!, roles, oneOutOf(step));
    expect(seen.lists.eligible).toBeGreaterThan(0);
    expect(seen.wrongChanges).toEqual([]);
  },
);

test('no dead end: the CPTS is held, eligible or opened by a change, whatever the answers', () => {
  const cpts = walkModel(rules, rules.models.find(({ id }) => id === 'CPTS')!, roles);
  // 10 roles × 6 × 65 × 4 × 4 × 5 × 5 × 6 × 513 × 65 × 20 × 4: every question, each with « no answer ».
  expect(cpts.answerSets).toBe(24_968_736_000_000);
  expect(cpts.closed).toBe(0);
  expect(Object.keys(cpts.lists).sort()).toEqual(['autre-piste', 'eligible', 'en-place']);
});

test('the second reading agrees on 300 random situations, and every model is in one list', () => {
  const { differences, contradictions } = compareReadings(rules, 300, 2026);
  expect(differences).toEqual([]);
  expect(contradictions).toBe(0);
});

test('80 changes are the first of all the sets of their cost, in the order of the API', () => {
  const { tiesChecked, wrongTies } = compareTies(rules, 80, 5, 4);
  expect(wrongTies).toEqual([]);
  expect(tiesChecked).toBeGreaterThanOrEqual(80);
});

test('an answer to a question that is not « to be specified » never puts a model out nor leaves something missing', () => {
  const random = seededRandom(8);
  for (let count = 0; count < 400; count++) {
    const answers = randomAnswers(rules, random);
    if (answers.role === 'patient_aidant') continue;
    for (const model of rules.models) {
      const before = standingOf(rules, model, knowledgeOf(rules, answers));
      const codesBefore = new Set([...before.exclusions, ...before.missing].map(({ regle }) => regle));
      const unanswered = [...rules.questions.values()].filter(({ id }) => answers[id] === undefined);
      const closedOnes = unanswered.filter(({ id }) => !before.open.includes(id));
      const added = closedOnes.map((question) => {
        const all = allAnswers(question).filter((answer) => answer !== undefined);
        return [question.id, all[Math.floor(random() * all.length)]!] as const;
      });
      const after = { ...answers, ...Object.fromEntries(added) };
      const { exclusions, missing } = standingOf(rules, model, knowledgeOf(rules, after));
      expect(
        [...exclusions, ...missing].map(({ regle }) => regle).filter((code) => !codesBefore.has(code)),
        `${model.id} ${JSON.stringify(answers)}`,
      ).toEqual([]);
    }
  }
});
