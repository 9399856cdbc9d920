/** What went wrong with the outbox, without any address. */
export type MailTrouble =
  | { readonly code: 'COURRIEL_ABANDONNE'; readonly id: number; readonly essais: number }
  | { readonly code: 'RELAIS_EN_DEFAUT' | 'ENVOI_INTERROMPU'; readonly cause: string };

/** Why a mail is given up without asking the relay, whose own words stand there otherwise. */
export type MailEnd = 'ESSAI_SANS_FIN' | 'TROP_ANCIEN';
