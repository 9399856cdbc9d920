import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Answers } from '#domain/orientation/answers.ts';
import { evaluate, type Recommendation } from '#domain/orientation/evaluate.ts';
import { rules } from './verdicts.ts';

const expectedSchema = z.strictObject({
  tete: z.string().nullable(),
  statutTete: z.enum(['eligible', 'conditionnel']).nullable(),
  /** In order, « MODELE:score ». */
  eligibles: z.array(z.string().regex(/^[A-Z_]+:-?\d+$/)),
  /** In order. */
  conditionnels: z.array(z.strictObject({ modele: z.string(), score: z.int(), manques: z.array(z.string()) })),
  exclus: z.record(z.string(), z.array(z.string())),
  dejaEnPlace: z.array(z.string()),
  complements: z.array(z.string()),
  notes: z.array(z.string()),
});
const examples = z
  .array(
    z.strictObject({
      id: z.string(),
      libelle: z.string(),
      reponses: z.record(z.string(), z.union([z.string(), z.int(), z.array(z.string())])),
      attendu: z.union([expectedSchema, z.strictObject({ redirection: z.string() })]),
      pourquoi: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync('data/orientation/exemples.json', 'utf8')));

const codes = (found: readonly { regle: string }[]) => found.map(({ regle }) => regle).sort();
const sorted = (lists: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, [...list].sort()]));

test('the fifteen people of the statement are all there', () => expect(examples).toHaveLength(15));

test.each(examples)('$id, $libelle', ({ reponses, attendu }) => {
  const result = evaluate(rules, reponses as Answers);
  if ('redirection' in attendu) return expect(result).toEqual(attendu);
  const { tete, statutTete, eligibles, conditionnels, exclus, dejaEnPlace, complements, notes } =
    result as Recommendation;
  expect({
    tete,
    statutTete,
    eligibles: eligibles.map(({ modele, score }) => `${modele}:${score}`),
    conditionnels: conditionnels.map(({ modele, score, manques }) => ({ modele, score, manques: codes(manques) })),
    exclus: sorted(Object.fromEntries(exclus.map(({ modele, motifs }) => [modele, codes(motifs)]))),
    dejaEnPlace: dejaEnPlace.map(({ modele }) => modele).sort(),
    complements: [...complements].sort(),
    notes: codes(notes),
  }).toEqual({
    ...attendu,
    conditionnels: attendu.conditionnels.map((each) => ({ ...each, manques: [...each.manques].sort() })),
    exclus: sorted(attendu.exclus),
    dejaEnPlace: [...attendu.dejaEnPlace].sort(),
    complements: [...attendu.complements].sort(),
    notes: [...attendu.notes].sort(),
  });
});
