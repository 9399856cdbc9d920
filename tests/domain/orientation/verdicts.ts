import type { Answers } from '#domain/orientation/answers.ts';
import { evaluate, type Recommendation } from '#domain/orientation/evaluate.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';

/** The rules in force. */
export const rules: Rules = readOrientation(process.cwd());

/** The result for someone who has a structure to choose. */
export function recommend(answers: Answers, by: Rules = rules): Recommendation {
  const result = evaluate(by, answers);
  if (result.redirection !== null) throw new Error(`Redirigé vers ${result.redirection}.`);
  return result as Recommendation;
}

/** Where a model stands, in a few words: « conditionnel 8 P4 », « exclu X3 », « en place ». */
export function verdictOn(model: string, answers: Answers, by: Rules = rules): string {
  const result = recommend(answers, by);
  const codes = (found: readonly { regle: string }[]) => found.map(({ regle }) => regle).join(' ');
  const is = ({ modele }: { modele: string }) => modele === model;
  const words = [
    ...result.eligibles.filter(is).map(({ score }) => `éligible ${score}`),
    ...result.conditionnels.filter(is).map(({ score, manques }) => `conditionnel ${score} ${codes(manques)}`),
    ...result.autresPistes.filter(is).map(({ score, manques }) => `autre piste ${score} ${codes(manques)}`.trim()),
    ...result.exclus.filter(is).map(({ motifs }) => `exclu ${codes(motifs)}`),
    ...result.dejaEnPlace.filter(is).map(() => 'en place'),
  ];
  return words.join(' ET ');
}

/** The codes that keep a model out or incomplete: « X2 », « P1 P4 », or nothing. */
export function codesOn(model: string, answers: Answers): string {
  const { exclus, conditionnels, autresPistes } = recommend(answers);
  const out = exclus.find(({ modele }) => modele === model);
  const found = out
    ? out.motifs
    : ([...conditionnels, ...autresPistes].find(({ modele }) => modele === model)?.manques ?? []);
  return found.map(({ regle }) => regle).join(' ');
}

/** Every model with a code, of those kept out or incomplete by it. */
export function modelsUnder(regle: string, answers: Answers): string[] {
  const { exclus, conditionnels, autresPistes } = recommend(answers);
  const found = [
    ...exclus.map(({ modele, motifs, manques }) => ({ modele, codes: [...motifs, ...manques] })),
    ...[...conditionnels, ...autresPistes].map(({ modele, manques }) => ({ modele, codes: manques })),
  ].filter(({ codes }) => codes.some((code) => code.regle === regle));
  return found.map(({ modele }) => modele).sort();
}

export const notesOf = (answers: Answers): string[] => recommend(answers).notes.map(({ regle }) => regle);

/** A change in a few words: « mg 1→3, lieu garder_cabinet→meme_lieu », or « aucune ». */
export function changeFor(model: string, answers: Answers): string {
  const { conditionnels, autresPistes, exclus } = recommend(answers);
  const found = [...conditionnels, ...autresPistes, ...exclus].find(({ modele }) => modele === model);
  if (!found) return 'sans objet';
  const words = (answer: unknown) =>
    answer === null ? '?' : Array.isArray(answer) ? `{${answer.join(' ')}}` : String(answer);
  return (
    found.bascule?.map(({ question, de, vers }) => `${question} ${words(de)}→${words(vers)}`).join(', ') ?? 'aucune'
  );
}
