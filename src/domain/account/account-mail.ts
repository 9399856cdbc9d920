/** What the site writes about an account. No mail holds more than a link and the fact that something waits. */
export type AccountMail = { readonly to: string } & (
  | {
      readonly type: 'confirmer-inscription';
      readonly token: string;
      /** The link to go on to (`linkToFollow`), or null. */
      readonly next: string | null;
    }
  /** Someone signed up with an address that has an account: its owner alone learns it, by mail. */
  | { readonly type: 'deja-inscrit' }
  | { readonly type: 'reinitialiser'; readonly token: string }
  /** A reset was asked for an address that has no account. */
  | { readonly type: 'adresse-inconnue' }
  /** By a link of a mail (`oubliee`), which closes every session; or by oneself, who stays signed in. */
  | { readonly type: 'phrase-changee'; readonly oubliee: boolean }
  | { readonly type: 'confirmer-email-ancien'; readonly token: string; readonly newEmail: string }
  | { readonly type: 'confirmer-email-nouveau'; readonly token: string }
  | { readonly type: 'email-deja-pris' }
  | { readonly type: 'email-change'; readonly newEmail: string }
  /** The first address of an account that came by a provider. */
  | { readonly type: 'confirmer-premier-email'; readonly token: string }
  | { readonly type: 'compte-supprime' }
);

/** How long each kind of link opens something, in hours. */
export const linkHours = { inscription: 24, reinitialisation: 1, email: 24 } as const;
