import type { IdentityProvider } from './provider.ts';

/** What the site writes to whoever may open an account by a provider, or may no more. */
export type IdentityMail = { readonly to: string } & (
  | { readonly type: 'identite-liee'; readonly provider: IdentityProvider }
  | { readonly type: 'identite-deliee'; readonly provider: IdentityProvider }
);
