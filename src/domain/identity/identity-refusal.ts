import type { AccountRefusal } from '../account/account-refusal.ts';
import type { EmployerRefusal } from './proconnect-claims.ts';

/** Every way a sign-in by a provider, or a link to one, may say no. */
export type IdentityRefusal =
  | EmployerRefusal
  /** Unknown, used, expired, or begun in another browser: never which. */
  | { readonly code: 'DEPART_INCONNU' }
  /** The person gave up there, or was not let in. */
  | { readonly code: 'ACCES_REFUSE' }
  | { readonly code: 'FOURNISSEUR_EN_ERREUR' }
  | { readonly code: 'FOURNISSEUR_INJOIGNABLE' }
  /** What came back does not hold: signature, issuer, audience, nonce, subject. */
  | { readonly code: 'REPONSE_REFUSEE' }
  | { readonly code: 'NIVEAU_INSUFFISANT' }
  /** The session that asked for the link is not the one that came back. */
  | { readonly code: 'AUTRE_SESSION' }
  | { readonly code: 'IDENTITE_D_UN_AUTRE' }
  | { readonly code: 'FOURNISSEUR_DEJA_LIE' }
  | { readonly code: 'IDENTITE_ABSENTE' }
  | { readonly code: 'DERNIER_ACCES' }
  /** The identity that waited for an account to be chosen waited too long. */
  | { readonly code: 'ATTENTE_EXPIREE' }
  | AccountRefusal;

/** The same without what belongs to accounts: how coming back from a provider may fail. */
export type ReturnRefusal = Exclude<IdentityRefusal, AccountRefusal>;
