/** Every way a second factor may be refused, or a change of the factors of an account. */
export type FactorRefusal =
  /** Wrong, used or too old, of the application or of recovery: never which. */
  | { readonly code: 'CODE_REFUSE' }
  | { readonly code: 'TROP_DE_CODES'; readonly attendreSecondes: number }
  /** Unknown key, bad signature, old or used challenge, counter that went back: never which. */
  | { readonly code: 'CLE_REFUSEE' }
  | { readonly code: 'NOM_DE_CLE_INVALIDE' }
  | { readonly code: 'TROP_DE_CLES'; readonly maximum: number }
  /** A session that waits may not add a factor beside those that it has not given. */
  | { readonly code: 'FACTEUR_A_DONNER' }
  /** Who holds a granted role keeps one factor at least. */
  | { readonly code: 'DERNIER_FACTEUR' }
  /** Recovery codes stand in for a factor: there must be one. */
  | { readonly code: 'AUCUN_FACTEUR' }
  /** The preparation of an application of codes is too old, was used, or is of someone else. */
  | { readonly code: 'PREPARATION_PERIMEE' }
  /** An account without a passphrase proves itself by a recent second factor. */
  | { readonly code: 'PREUVE_PERIMEE' };
