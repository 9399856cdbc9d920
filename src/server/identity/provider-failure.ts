import * as oidc from 'openid-client';
import type { ReturnRefusal } from '#domain/identity/identity-refusal.ts';

/** Why a provider gave nobody; the cause is for the log: a code, never a text of the provider nor of the person. */
export type ProviderFailure = ReturnRefusal & { readonly cause: string };

/** The provider’s own description names another issuer than the one that is set up. */
export class OtherIssuerError extends Error {}

/** What an error of the library means. Bugs of ours are no failure of a provider, and are thrown again. */
export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof oidc.AuthorizationResponseError)
    return { code: error.error === 'access_denied' ? 'ACCES_REFUSE' : 'FOURNISSEUR_EN_ERREUR', cause: 'error' };
  if (error instanceof oidc.ResponseBodyError)
    return { code: error.status >= 500 ? 'FOURNISSEUR_INJOIGNABLE' : 'FOURNISSEUR_EN_ERREUR', cause: 'token' };
  if (error instanceof oidc.ClientError)
    return {
      code: unreachable.has(error.code ?? '') ? 'FOURNISSEUR_INJOIGNABLE' : 'REPONSE_REFUSEE',
      cause: codeOf(error),
    };
  if (error instanceof oidc.WWWAuthenticateChallengeError) return { code: 'REPONSE_REFUSEE', cause: 'challenge' };
  // What `fetch` throws when nobody answers.
  if (error instanceof TypeError && error.cause !== undefined)
    return { code: 'FOURNISSEUR_INJOIGNABLE', cause: 'network' };
  if (error instanceof OtherIssuerError) return { code: 'REPONSE_REFUSEE', cause: 'issuer' };
  throw error;
}

const codeOf = ({ code }: oidc.ClientError): string => code ?? 'client';

/** A timeout, or an answer that is not the protocol’s: a maintenance page, an error of a proxy. */
const unreachable: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
