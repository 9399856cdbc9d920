import type { ConsentRefusal } from '#domain/team/consent.ts';
import { frenchDay } from '../shared/days.ts';

const sentences: {
  readonly [Code in ConsentRefusal['code']]: (facts: Extract<ConsentRefusal, { code: Code }>) => string;
} = {
  MOTIF_MANQUE: () => 'Écrivez comment cette personne a donné son accord, en quelques mots.',
  MOTIF_TROP_LONG: ({ maximum }) => `Écrivez ce motif en ${maximum} caractères au plus.`,
  MOTIF_DIT_UN_PATIENT: () =>
    'Ce motif semble contenir de quoi reconnaître un patient. Le portail n’en reçoit jamais : retirez-le.',
  MEMBRE_A_UN_COMPTE: () => 'Cette personne a rejoint l’équipe avec son compte : son accord est déjà connu.',
  MEMBRE_PARTI: ({ sortie }) => `Cette personne a quitté l’équipe le ${frenchDay(sortie)}.`,
  CONSENTEMENT_DEJA_ENREGISTRE: () => 'L’accord de cette personne est déjà enregistré.',
  PAS_DE_CONSENTEMENT: () => 'L’accord de cette personne n’est pas, ou n’est plus, enregistré.',
};

export const consentSentence = (refusal: ConsentRefusal): string =>
  (sentences[refusal.code] as (facts: ConsentRefusal) => string)(refusal);
