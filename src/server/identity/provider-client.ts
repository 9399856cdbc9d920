import * as oidc from 'openid-client';
import { readProConnectClaims } from '#domain/identity/proconnect-claims.ts';
import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import {
  type IdentityProvider,
  pscLevel,
  reachesLevel,
  type TwoFactorLevel,
  twoFactorLevels,
} from '#domain/identity/provider.ts';
import { readPscClaims } from '#domain/identity/psc-claims.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { failureOf, OtherIssuerError, type ProviderFailure } from './provider-failure.ts';
import { discoveryUrl, isSafeUrl, type ProviderSettings } from './provider-settings.ts';

/** What one departure keeps secret until its return. */
export type DepartureSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string | null };

export type Returned = {
  readonly identity: ProvenIdentity;
  /** Kept for the sign-out at the provider, and for nothing else. */
  readonly idToken: string;
};

type Answer<Value> = Promise<Result<Value, ProviderFailure>>;

/** One provider, spoken to when someone asks for it and never before. */
export type ProviderClient = {
  readonly provider: IdentityProvider;
  readonly issuer: string;
  newSecrets(): DepartureSecrets;
  /** The page of the provider to send the browser to. */
  departureUrl(redirectUri: string, secrets: DepartureSecrets): Answer<URL>;
  /** Checks what the browser came back with, and reads who it is. @param returnUrl as registered, with the query. */
  identityOf(returnUrl: URL, secrets: DepartureSecrets): Answer<Returned>;
  /** The page of the provider that signs out there; null when it has none. */
  signOutUrl(idToken: string, returnUri: string): Answer<URL | null>;
};

/** Seconds; a provider that is down must not hold a page longer. */
const timeout = 10;
/** Seconds that two clocks may differ by: tokens live one or two minutes. */
const clockTolerance = 10;

/** @param fetch for a client certificate (mTLS), the day it is asked for. */
export function createProviderClient(settings: ProviderSettings, fetch?: oidc.CustomFetch): ProviderClient {
  const configuration = lazily(() => discover(settings, fetch));
  return {
    provider: settings.provider,
    issuer: settings.issuer,
    newSecrets: () => ({
      // 43 characters each: ProConnect asks for 32 at least.
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: usesPkce(settings) ? oidc.randomPKCECodeVerifier() : null,
    }),
    departureUrl: (redirectUri, { state, nonce, verifier }) =>
      answered(async () => {
        const challenge = verifier === null ? {} : await challengeOf(verifier);
        const parameters = { redirect_uri: redirectUri, state, nonce, ...asked(settings), ...challenge };
        return accept(oidc.buildAuthorizationUrl(await configuration(), parameters));
      }),
    identityOf: (returnUrl, { state, nonce, verifier }) =>
      answered(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, returnUrl, {
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(verifier !== null && { pkceCodeVerifier: verifier }),
        });
        const claims = tokens.claims();
        if (!claims || !tokens.id_token) return refuse({ code: 'REPONSE_REFUSEE', cause: 'no id_token' } as const);
        if (settings.provider === 'pro-sante-connect' && claims.acr !== pscLevel)
          return refuse({ code: 'NIVEAU_INSUFFISANT', cause: 'acr' } as const);
        // At once: the access token lives a minute or two, and is kept nowhere.
        const userinfo = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        const read = identityFrom(settings, claims, userinfo);
        return read.ok ? accept({ identity: read.value, idToken: tokens.id_token }) : read;
      }),
    signOutUrl: (idToken, returnUri) =>
      answered(async () => {
        const config = await configuration();
        const endpoint = config.serverMetadata().end_session_endpoint;
        if (endpoint === undefined || !isSafeUrl(new URL(endpoint))) return accept(null);
        // Nothing is done when the browser comes back, so that its `state` has nothing to protect; it is asked for.
        const parameters = {
          id_token_hint: idToken,
          post_logout_redirect_uri: returnUri,
          state: oidc.randomState(),
        };
        return accept(oidc.buildEndSessionUrl(config, parameters));
      }),
  };
}

const usesPkce = (settings: ProviderSettings): boolean => settings.provider === 'pro-sante-connect' || settings.pkce;

const challengeOf = async (verifier: string) => ({
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
});

/** What each provider documents, and nothing more: ProConnect refuses a parameter that it does not know. */
function asked(settings: ProviderSettings): Record<string, string> {
  if (settings.provider === 'pro-sante-connect') return { scope: 'openid scope_all', acr_values: pscLevel };
  const acr = { essential: true, values: levelsFrom(settings.level) };
  return {
    scope: 'openid given_name usual_name email uid siret idp_id',
    claims: JSON.stringify({ id_token: { amr: { essential: true }, acr } }),
  };
}

const levelsFrom = (level: TwoFactorLevel): readonly TwoFactorLevel[] =>
  twoFactorLevels.slice(twoFactorLevels.indexOf(level));

async function discover(settings: ProviderSettings, fetch?: oidc.CustomFetch): Promise<oidc.Configuration> {
  const isLocal = settings.issuer.startsWith('http:');
  const config = await oidc.discovery(
    discoveryUrl(settings),
    settings.clientId,
    {
      client_secret: settings.clientSecret,
      [oidc.clockTolerance]: clockTolerance,
      // An answer that is not signed is then refused.
      ...(settings.provider === 'proconnect' && { userinfo_signed_response_alg: 'RS256' }),
    },
    oidc.ClientSecretPost(settings.clientSecret),
    {
      timeout,
      // Without it, the library reads tokens that came over TLS and leaves their signature unread.
      execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
      ...(fetch && { [oidc.customFetch]: fetch }),
    },
  );
  // A whole path to the metadata makes the library compare no issuer (ASVS 5.0, 10.5.3).
  if (config.serverMetadata().issuer !== settings.issuer) throw new OtherIssuerError();
  return config;
}

function identityFrom(
  settings: ProviderSettings,
  claims: oidc.IDToken,
  userinfo: oidc.UserInfoResponse,
): Result<ProvenIdentity, ProviderFailure> {
  const { provider, issuer, clientId } = settings;
  const key = { provider, issuer, subject: claims.sub };
  if (settings.provider === 'pro-sante-connect')
    return accept({ ...key, ...readPscClaims(userinfo), secondFactor: true });
  // The library compares both where they are there; a signed answer must have them.
  const audience = [userinfo.aud].flat();
  if (userinfo.iss !== issuer || !audience.includes(clientId))
    return refuse({ code: 'REPONSE_REFUSEE', cause: 'userinfo iss or aud' });
  const declared = readProConnectClaims(userinfo, settings.employers);
  if (!declared.ok) return refuse({ ...declared.refusal, cause: 'siret' });
  const secondFactor = reachesLevel(claims.acr, settings.level);
  return accept({ ...key, nationalId: null, rpps: null, declared: declared.value, secondFactor });
}

/** Asks once for all, and again after a failure. */
function lazily<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | null = null;
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function answered<Value>(work: () => Answer<Value>): Answer<Value> {
  try {
    return await work();
  } catch (error) {
    return refuse(failureOf(error));
  }
}
