import type { Answer, Answers, Change } from '#domain/orientation/answers.ts';
import type { Recommendation } from '#domain/orientation/evaluate.ts';
import { unansweredQuestions } from '#domain/orientation/journey.ts';
import type { Possibility } from '#domain/orientation/possible-models.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import type { Influence } from '#domain/orientation/rules-matrix.ts';
import type { Effect } from '#domain/orientation/rules-picture.ts';

/** A model in a sentence, with its article; a model that is not here keeps its short name. */
const inSentence: Readonly<Record<string, string>> = {
  ESP_CLAP: 'l’ESP CLAP',
  ESP_PROJET: 'l’équipe de soins primaires avec projet écrit',
  ESP_SIMPLE: 'l’équipe de soins primaires sans projet écrit',
  MSP: 'la maison de santé (MSP)',
  CDS: 'le centre de santé',
  CPTS: 'la CPTS',
  ESS: 'l’équipe de soins spécialisés (ESS)',
  DAC: 'le DAC',
};

const named = (rules: Rules, id: string) =>
  [...rules.data.general.modeles, ...rules.data.general.appuis].find((model) => model.id === id);

/** « ESP CLAP », as lists and tables show it. */
export const modelName = (rules: Rules, id: string): string => named(rules, id)?.sigle ?? id;

/** « l’ESP CLAP », as a sentence says it. */
export const theModel = (rules: Rules, id: string): string => inSentence[id] ?? modelName(rules, id);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const smallNumbers = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** « une condition », « trois conditions »: the noun is feminine and takes an s. */
export const counted = (count: number, noun: string): string =>
  `${smallNumbers[count] ?? count} ${noun}${count > 1 ? 's' : ''}`;

/** « a, b et c ». */
export const listed = (words: readonly string[], last = 'et'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

export type Headline = { readonly titre: string; readonly chapeau: string };

/** What the result says first. */
export function headlineOf(rules: Rules, answers: Answers, result: Recommendation): Headline {
  const lead = [...result.eligibles, ...result.conditionnels].find(({ modele }) => modele === result.tete);
  if (lead) {
    const missing = result.conditionnels.find(({ modele }) => modele === lead.modele)?.manques.length ?? 0;
    const condition = missing > 0 ? `, à ${counted(missing, 'condition')}` : '';
    const name = named(rules, lead.modele);
    return {
      titre: `${capitalised(theModel(rules, lead.modele))} vous convient${condition}`,
      chapeau: `${name?.nom ?? ''} : c’est le modèle le plus proche de vos réponses.`,
    };
  }
  if (result.dejaEnPlace.length > 0) {
    return {
      titre: presentIsFine,
      chapeau: 'D’après vos réponses, aucun modèle n’irait mieux que celui où vous exercez déjà.',
    };
  }
  const open = unansweredQuestions(rules, answers);
  if (open.length > 0) {
    return {
      titre: 'Encore quelques réponses pour vous proposer un modèle',
      chapeau: `Il reste ${counted(open.length, 'question')} sans réponse. Aucun modèle ne se détache pour le moment.`,
    };
  }
  return {
    titre: presentIsFine,
    chapeau: 'Aucun modèle ne répond nettement à ce que vous cherchez : rien ne presse de changer.',
  };
}

const presentIsFine = 'Votre organisation actuelle convient';

/** An answer as its labels say it: « un », « infirmier, pharmacien », « aucune ». */
export function answerInWords(rules: Rules, id: string, answer: Answer | null | undefined): string {
  if (answer === null || answer === undefined) return 'sans réponse';
  const question = rules.questions.get(id);
  const label = (slug: string) => question?.options.find((option) => option.slug === slug)?.libelle ?? slug;
  if (typeof answer !== 'object') return label(String(answer));
  return answer.length === 0 ? noneOf : answer.map(label).join(', ');
}

const noneOf = 'aucune';

/** « Où voulez-vous exercer ? » passe de « chacun garde son cabinet » à « au même endroit ». */
export function changeInWords(rules: Rules, { question, de, vers }: Change): string {
  const title = rules.questions.get(question)?.intitule ?? question;
  const after = `« ${answerInWords(rules, question, vers)} »`;
  return de === null
    ? `« ${title} » ait pour réponse ${after}`
    : `« ${title} » passe de « ${answerInWords(rules, question, de)} » à ${after}`;
}

/** How the answer that expresses a wish is called in a sentence. */
const wishes: Readonly<Record<string, string>> = { statut: 'au statut', lieu: 'au lieu', remu: 'à la rémunération' };

export const becauseOfWish = (rules: Rules, question: string): string =>
  `À cause de votre réponse ${wishes[question] ?? `à « ${rules.questions.get(question)?.intitule ?? question} »`}.`;

/** What the live list says of a model. */
export const stateWords: Readonly<Record<Possibility['etat'], string>> = {
  possible: 'possible',
  'sous-condition': 'il manque quelque chose',
  exclu: 'exclu',
  'en-place': 'vous y êtes déjà',
  'hors-de-portee': 'loin de vos réponses',
};

/** « 3 possibles, 1 sous condition, 4 écartés », said aloud when the list changes. */
export function possibilitiesInWords(models: readonly Possibility[]): string {
  const count = (...states: Possibility['etat'][]) => models.filter(({ etat }) => states.includes(etat)).length;
  const possible = count('possible', 'en-place');
  const words = [
    `${possible} ${possible > 1 ? 'modèles possibles' : 'modèle possible'}`,
    `${count('sous-condition')} sous condition`,
    `${count('exclu', 'hors-de-portee')} de côté`,
  ];
  return `${words.join(', ')}.`;
}

const effectWords: Readonly<Record<Effect['genre'], string>> = {
  points: '',
  exclusion: 'à écarter',
  prerequis: 'à compléter',
  complement: 'à associer',
  note: 'À savoir',
  redirection: 'proposé aussitôt',
  'en-place': 'déjà en place',
};

/** « ESP CLAP : +3 », « MSP : à écarter (X4) », « MSP : à compléter si cette réponse n’est pas cochée (P6) ». */
export function effectTitle(rules: Rules, { genre, points, regle, sens, modeles }: Effect): string {
  const models = modeles.map((model) => modelName(rules, model)).join(', ');
  const words = points === null ? effectWords[genre] : signed(points);
  const without = sens === 'sans' ? ' si cette réponse n’est pas cochée' : '';
  return `${models}${models && ' : '}${words}${without}${regle === null ? '' : ` (${regle})`}.`;
}

const signed = (value: number): string => (value > 0 ? `+${value}` : `−${Math.abs(value)}`);

/** A cell of the matrix: « × • +3 » to see, « peut l’écarter, de −2 à +3 points » to hear. */
export function influenceInWords(influence: Influence | undefined): { readonly signes: string; readonly mots: string } {
  if (!influence) return { signes: '', mots: 'sans effet' };
  const { exclut, demande, points } = influence;
  const range =
    points && (points.min === points.max ? signed(points.max) : `${signed(points.min)} à ${signed(points.max)}`);
  const list = (...words: (string | false | null)[]) => words.filter((word) => word !== false && word !== null);
  return {
    signes: list(exclut && '×', demande && '•', range).join(' '),
    mots: list(exclut && 'peut l’écarter', demande && 'peut demander quelque chose', range && `points : ${range}`).join(
      ', ',
    ),
  };
}
