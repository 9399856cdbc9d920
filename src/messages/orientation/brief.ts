import type { Answers } from '#domain/orientation/answers.ts';
import type { Brief, BriefSection } from '#domain/orientation/brief.ts';
import type { ContactLine } from '#domain/orientation/contacts.ts';
import type { Conditional, Recommendation, Sourced } from '#domain/orientation/evaluate.ts';
import type { NextStep } from '#domain/orientation/next-steps.schema.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import type { Source } from '#domain/shared/source.schema.ts';
import { frenchDay } from '../shared/days.ts';
import { answerInWords, becauseOfWish, changeInWords, headlineOf, listed, modelName } from './orientation.ts';

/** What the result page knows, for the page of paper that says the same. */
export type BriefFacts = {
  readonly rules: Rules;
  readonly answers: Answers;
  readonly result: Recommendation;
  readonly steps: readonly NextStep[];
  readonly contacts: readonly ContactLine[];
  readonly sources: readonly Source[];
  readonly address: string;
  /** Civil day in Paris. */
  readonly day: string;
};

/** A result on one page: the leading model and why, what is missing, what to do, whom to call, and every other model. */
export function orientationBrief(facts: BriefFacts): Brief {
  const { rules, answers, result, steps, contacts, sources, address, day } = facts;
  const cited: string[] = [];
  const cite = (ids: readonly string[]): string => {
    for (const id of ids) if (!cited.includes(id)) cited.push(id);
    const numbers = ids.map((id) => cited.indexOf(id) + 1).sort((one, other) => one - other);
    return numbers.length > 0 ? `\u00a0[${numbers.join(',\u00a0')}]` : '';
  };
  const proven = ({ phrase, source, autresSources = [] }: Sourced) => phrase + cite([source, ...autresSources]);
  const possible = [...result.eligibles, ...result.conditionnels].toSorted((one, other) => other.score - one.score);
  const lead = possible.find(({ modele }) => modele === result.tete);
  const leadMissing = result.conditionnels.find((model) => model === lead);
  const reasons = (lead?.raisons ?? []).toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
  const complements = rules.data.complements.filter(({ vers }) => result.complements.includes(vers));

  const section = (titre: string, forme: BriefSection['forme'], lignes: readonly string[]): BriefSection[] =>
    lignes.length > 0 ? [{ titre, forme, lignes }] : [];
  const written = [
    ...section('Ce qui manque', 'liste', leadMissing ? missingLines(rules, leadMissing, proven) : []),
    ...section('Pour', 'liste', reasons.filter(({ points }) => points > 0).map(proven)),
    ...section('Contre', 'liste', reasons.filter(({ points }) => points < 0).map(proven)),
    ...section(
      'Les trois prochaines étapes',
      'etapes',
      steps.map(({ phrase, sources }) => phrase + cite(sources)),
    ),
    ...section(
      'Qui appeler',
      'liste',
      contacts.map(({ nom, telephone, courriel, source }) => {
        const how = [telephone?.affiche, courriel].filter((way) => way !== null && way !== undefined);
        return nom + (how.length > 0 ? ` : ${how.join(', ')}` : '') + cite(source === null ? [] : [source]);
      }),
    ),
    ...section('Les autres modèles', 'liste', [
      ...possible
        .filter((model) => model !== lead)
        .map((model) => {
          const missing = result.conditionnels.find((each) => each === model);
          const verdict = missing
            ? `sous condition. ${missingLines(rules, missing, proven).join(' ')}`
            : 'possible aussi.';
          return `${modelName(rules, model.modele)} : ${verdict}`;
        }),
      ...result.dejaEnPlace.map(({ modele, phrase }) => `${modelName(rules, modele)} : ${phrase}`),
      ...farther(rules, result),
      ...result.exclus.map(
        ({ modele, motifs }) =>
          `${modelName(rules, modele)} : écarté. ${motifs
            .map((motif) => proven(motif) + (motif.question ? ` ${becauseOfWish(rules, motif.question)}` : ''))
            .join(' ')}`,
      ),
    ]),
    ...section('À associer, bon à savoir', 'liste', [
      ...complements.map(({ vers, phrase, sources }) => `${modelName(rules, vers)} : ${phrase}${cite(sources)}`),
      ...result.notes.map(proven),
    ]),
    ...section('Vos réponses', 'texte', [
      rules.data.questions
        .filter(({ id }) => answers[id] !== undefined)
        .map(({ id, intitule }) => `${intitule} ${answerInWords(rules, id, answers[id])}`)
        .join(' · '),
    ]),
  ];
  return {
    ...headlineOf(rules, answers, result),
    sections: [...written, ...section('Sources', 'sources', sourceLines(cited, sources))],
    pied: `Coordonnées, résultat du ${frenchDay(day)}. Ce document éclaire un choix ; il n’engage ni l’ARS ni l’Assurance maladie.`,
    suite: 'La suite est sur la page du résultat.',
    adresse: address,
  };
}

/** What is missing, and the smallest change that would do. */
function missingLines(rules: Rules, { manques, bascule }: Conditional, proven: (line: Sourced) => string): string[] {
  const change = bascule?.map((each) => changeInWords(rules, each)) ?? [];
  return [
    ...manques.map((line) => `${proven(line)} ${line.quoiFaire}`),
    ...(change.length > 0 ? [`Au plus court, il suffirait que ${listed(change)}.`] : []),
  ];
}

/** Models that answer little of what is asked, on one line. */
const farther = (rules: Rules, { autresPistes }: Recommendation): string[] =>
  autresPistes.length > 0
    ? [`Loin de vos réponses : ${listed(autresPistes.map(({ modele }) => modelName(rules, modele)))}.`]
    : [];

const sourceLines = (cited: readonly string[], sources: readonly Source[]): string[] =>
  cited.map((id) => {
    const source = sources.find((each) => each.id === id);
    return source ? `${source.titre}, ${source.editeur}, ${source.date ?? 'sans date'}` : id;
  });
