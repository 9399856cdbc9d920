import type { Answer, Answers } from '#domain/orientation/answers.ts';
import type { Recommendation, Redirection } from '#domain/orientation/evaluate.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import type { Reading } from './orientation.publicodes.ts';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A set of answers as people could give it: each question is left out one time in five, the role never. */
export function randomAnswers({ data }: Rules, random: () => number): Answers {
  const answers: { [question: string]: Answer } = {};
  for (const { id, type, obligatoire, options } of data.questions) {
    const slugs = options.map(({ slug }) => slug);
    const one = slugs[Math.floor(random() * slugs.length)]!;
    const chance = random() * 0.7;
    const several = slugs.filter(() => random() < chance);
    if (!obligatoire && random() < 0.2) continue;
    answers[id] = type === 'choix' ? one : type === 'nombre' ? Number(one) : several;
  }
  return answers;
}

/** The result in the words of the second reading. */
export function readingOf(result: Recommendation | Redirection): Reading {
  if (result.redirection !== null) return { redirection: result.redirection };
  const { eligibles, conditionnels, autresPistes, exclus, dejaEnPlace, complements, notes, tete } =
    result as Recommendation;
  const codes = (rules: readonly { regle: string }[]) =>
    rules
      .map(({ regle }) => regle)
      .sort()
      .join(' ');
  const kept = [...eligibles, ...conditionnels].sort(
    (one, other) => other.score - one.score || order(one) - order(other),
  );
  return {
    ...Object.fromEntries(eligibles.map(({ modele, score }) => [modele, `eligible ${score}`])),
    ...Object.fromEntries(
      conditionnels.map(({ modele, score, manques }) => [modele, `conditionnel ${score} ${codes(manques)}`]),
    ),
    ...Object.fromEntries(
      autresPistes.map(({ modele, score, manques }) => [modele, `autre-piste ${score} ${codes(manques)}`.trim()]),
    ),
    ...Object.fromEntries(exclus.map(({ modele, motifs }) => [modele, `exclu ${codes(motifs)}`])),
    ...Object.fromEntries(dejaEnPlace.map(({ modele }) => [modele, 'en-place'])),
    tete: tete ?? '',
    retenus: kept.map(({ modele }) => modele).join(' '),
    complements: [...complements].sort().join(' '),
    notes: codes(notes),
  };
}

const tieOrder = ['ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE', 'ASALEE', 'MSP', 'CDS', 'CPTS', 'ESS'];
const order = ({ modele }: { modele: string }): number => tieOrder.indexOf(modele);
