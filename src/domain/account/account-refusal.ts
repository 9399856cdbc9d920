import type { EmailRefusal } from './email.ts';
import type { FactorRefusal } from './factor-refusal.ts';
import type { PassphraseRefusal } from './passphrase.ts';

/** Every way an account may say no. None tells whether an address has an account. */
export type AccountRefusal =
  | PassphraseRefusal
  | FactorRefusal
  | { readonly code: EmailRefusal }
  | { readonly code: 'NOM_INVALIDE' }
  /** Wrong address, wrong passphrase, or address not confirmed: never which. */
  | { readonly code: 'IDENTIFIANTS_REFUSES' }
  | { readonly code: 'PHRASE_ACTUELLE_FAUSSE' }
  /** Unknown, used or expired: never which. */
  | { readonly code: 'LIEN_INUTILISABLE' }
  | { readonly code: 'TROP_DE_TENTATIVES'; readonly attendreSecondes: number }
  /** Mails to one address, or from one place: those already sent hold links that work. */
  | { readonly code: 'TROP_DE_COURRIELS'; readonly attendreSecondes: number }
  | { readonly code: 'SERVEUR_OCCUPE' }
  /** Nobody else administers the site. */
  | { readonly code: 'DERNIER_ADMINISTRATEUR' };
