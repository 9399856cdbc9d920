/** Who may say that a person is who she is. The words are those of the addresses and of the database. */
export const identityProviders = ['pro-sante-connect', 'proconnect'] as const;
export type IdentityProvider = (typeof identityProviders)[number];

export const isIdentityProvider = (text: string): text is IdentityProvider =>
  (identityProviders as readonly string[]).includes(text);

/** The only level that Pro Santé Connect gives: a card, or its application and a code. It counts as two factors. */
export const pscLevel = 'eidas1';

/** Levels of ProConnect that prove two factors, from the weakest (`eidas1` proves a passphrase alone). */
export const twoFactorLevels = ['eidas2', 'eidas3'] as const;
export type TwoFactorLevel = (typeof twoFactorLevels)[number];

/** True when the level that came back is the one asked for, or a stronger one. */
export const reachesLevel = (acr: unknown, wanted: TwoFactorLevel): boolean =>
  twoFactorLevels.indexOf(acr as TwoFactorLevel) >= twoFactorLevels.indexOf(wanted);
