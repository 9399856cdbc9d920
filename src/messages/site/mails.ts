import type { MailEnd, MailTrouble } from '#domain/site/mail-trouble.ts';
import { type Sentences, say } from '../shared/sentences.ts';

const troubles: Sentences<MailTrouble> = {
  COURRIEL_ABANDONNE: ({ id, essais }) => `Courriel ${id} abandonné après ${essais} essai(s).`,
  RELAIS_EN_DEFAUT: ({ cause }) => `Le serveur de courriels a fait défaut : ${cause}`,
  ENVOI_INTERROMPU: ({ cause }) => `L’envoi des courriels s’est interrompu : ${cause}`,
};

/** What went wrong with the outbox, for the log of the server. */
export const mailLine = (trouble: MailTrouble): string => say(troubles, trouble);

const ends: Readonly<Record<MailEnd, string>> = {
  ESSAI_SANS_FIN: 'Le dernier essai ne s’est pas terminé.',
  TROP_ANCIEN: 'Resté plus de trois jours.',
};

/** Why a mail was given up, in our words or in the relay's. */
export function mailEndWords(why: string | null): string {
  if (why === null) return 'raison inconnue';
  return Object.hasOwn(ends, why) ? ends[why as MailEnd] : why;
}
