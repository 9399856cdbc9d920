import type { AnswerError, Notice } from '#domain/orientation/answers.schema.ts';
import { type Sentences, say } from '../shared/sentences.ts';

const errors: Sentences<AnswerError> = {
  CHOIX_ABSENT: ({ options }) => `Cette réponse est nécessaire. ${possible(options)}`,
  CHOIX_INCONNU: ({ options }) => possible(options),
  ENSEMBLE_ILLISIBLE: ({ options }) => `Écrivez une liste prise parmi : ${options.join(', ')}.`,
  NOMBRE_ILLISIBLE: ({ maximum }) =>
    `Écrivez un nombre entier de 0 à ${maximum} (${maximum} veut dire « ${maximum} et plus »).`,
  REPONSES_ILLISIBLES: 'Écrivez les réponses en un objet, une clé par question.',
  DEMANDE_ILLISIBLE: 'Écrivez { "reponses": { "role": … } }.',
  CHAMP_INCONNU: 'Ce champ n’existe pas.',
};

const possible = (options: readonly string[]): string => `Réponses possibles : ${options.join(', ')}.`;

/** What to do about one wrong answer sent to the API. */
export const answerErrorSentence = (error: AnswerError): string => say(errors, error);

const notices: Sentences<Notice> = {
  CLE_INCONNUE: ({ texte }) => `Le lien contient « ${texte} », que nous ne connaissons pas.`,
  REPONSE_PERIMEE: ({ intitule, texte }) => `« ${intitule} » : la réponse « ${texte} » n’existe pas ou n’existe plus.`,
};

/** What of a link is left aside. */
export const noticeSentence = (notice: Notice): string => say(notices, notice);
