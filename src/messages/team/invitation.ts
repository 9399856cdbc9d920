import type { AnswerRefusal, InviteRefusal } from '#domain/team/invitation-refusal.ts';
import { accountRefusalSentence, waitWords } from '../account/account.ts';
import { frenchDay } from '../shared/days.ts';
import { invitationSentences } from './team.ts';

type SentencesOf<Refusal extends { code: string }> = {
  readonly [Code in Refusal['code']]: (facts: Extract<Refusal, { code: Code }>) => string;
};

const inviteSentences: SentencesOf<InviteRefusal> = {
  ...invitationSentences,
  EMAIL_INVALIDE: accountRefusalSentence,
  EMAIL_TROP_LONG: accountRefusalSentence,
  MEMBRE_A_UN_COMPTE: () => 'Cette personne a déjà rejoint l’équipe avec son compte.',
  MEMBRE_PARTI: ({ sortie }) =>
    `Cette personne a quitté l’équipe le ${frenchDay(sortie)} : elle ne peut plus être invitée.`,
  DEJA_INVITE: () => 'Une invitation est déjà en cours pour cette personne. Renvoyez-la, ou corrigez son adresse.',
  ADRESSE_INCHANGEE: () => 'L’invitation a déjà été envoyée à cette adresse. Pour l’envoyer de nouveau, renvoyez-la.',
  ADRESSE_A_DECLINE: () =>
    'La personne qui lit cette adresse a décliné une invitation de votre équipe : nous ne lui écrivons plus. Voyez avec elle, ou indiquez une autre adresse.',
  TROP_DE_COURRIELS: ({ attendreSecondes }) =>
    `Plusieurs courriels viennent de partir vers cette adresse, ou depuis votre réseau. Vous pourrez en envoyer un autre dans ${waitWords(attendreSecondes)}.`,
};

const answerSentences: SentencesOf<AnswerRefusal> = {
  ...invitationSentences,
  MEMBRE_PARTI: ({ sortie }) =>
    `L’équipe a noté un départ le ${frenchDay(sortie)} : cette invitation ne peut plus être acceptée. Voyez avec un référent de l’équipe.`,
  MEMBRE_A_UN_COMPTE: () => 'Cette place dans l’équipe a déjà été prise avec un compte.',
  DEJA_MEMBRE: () =>
    'Votre compte fait déjà partie de cette équipe. Si l’invitation est pour quelqu’un d’autre, cette personne doit se connecter avec son propre compte.',
  SESSION_FERMEE: () => 'Votre session a été fermée. Connectez-vous de nouveau, puis suivez le lien du courriel.',
};

export const inviteSentence = (refusal: InviteRefusal): string =>
  (inviteSentences[refusal.code] as (facts: InviteRefusal) => string)(refusal);

export const answerSentence = (refusal: AnswerRefusal): string =>
  (answerSentences[refusal.code] as (facts: AnswerRefusal) => string)(refusal);

/** What a form was about went away between the page and the form. */
export const goneSentence = 'Ce que vous vouliez changer n’existe plus. Rechargez la page.';
