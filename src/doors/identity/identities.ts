import type { IdentityRefusal } from '#domain/identity/identity-refusal.ts';
import type { IdentityProvider } from '#domain/identity/provider.ts';
import type { Denied } from '#server/access/permit.ts';
import { leave, takeDeparture } from '#server/identity/departures.ts';
import { linkIdentity } from '#server/identity/link-identity.ts';
import type { ProviderClient } from '#server/identity/provider-client.ts';
import type { ProviderFailure } from '#server/identity/provider-failure.ts';
import type { Entered } from '#server/identity/sign-in-with.ts';
import { signInWith } from '#server/identity/sign-in-with.ts';
import { failureLine, identityRefusalSentence } from '../../messages/account/identity.ts';
import { accountNeeds, keepSession } from '../account/account-needs.ts';
import type { FieldErrors, Outcome } from '../form.ts';
import { seeOther } from '../refusal.ts';
import type { Visit } from '../visit.ts';
import {
  departureToken,
  dropDeparture,
  dropSignOutHint,
  keepDeparture,
  keepPendingIdentity,
  keepSignOutHint,
  signOutHint,
} from './identity-cookies.ts';

/** What a page shows instead of a redirect: the policy lets no form end on another site, and a link may. */
export type WayOut = { readonly name: IdentityProvider; readonly url: string };

const returnPath = (provider: IdentityProvider): string => `/espace/retour/${provider}`;
const afterSignOutPath = '/espace/deconnexion/retour';

/** Sends a browser to a provider; what comes back is a page with the way there. */
export async function leaveFor(
  visit: Visit,
  client: ProviderClient,
  { linkTo = null, next }: { readonly linkTo?: string | null; readonly next: string },
): Promise<Outcome<WayOut>> {
  const redirectUri = visit.services.config.siteUrl + returnPath(client.provider);
  const leaving = await leave(accountNeeds(visit), client, { linkTo, next, redirectUri });
  if (!leaving.ok) {
    if ('cause' in leaving.refusal) tell(client, leaving.refusal);
    return refusedIdentity(leaving.refusal, client.provider);
  }
  keepDeparture(visit, leaving.value.browserToken);
  return { shown: { name: client.provider, url: leaving.value.url.href } };
}

/** What becomes of a browser that comes back from a provider. */
export async function comeBack(visit: Visit, client: ProviderClient): Promise<Response> {
  const { url } = visit.context;
  const asked = { state: url.searchParams.get('state') ?? '', browserToken: departureToken(visit) };
  const departure = await takeDeparture(accountNeeds(visit), client, asked);
  if (!departure) return toSignIn(client, 'DEPART_INCONNU');
  dropDeparture(visit);
  const failed = (code: IdentityRefusal['code']) =>
    departure.linkTo === null ? toSignIn(client, code) : toIdentities(client, code);

  // As it was registered: behind a proxy, the address that is asked here is another one.
  const returnUrl = new URL(visit.services.config.siteUrl + returnPath(client.provider) + url.search);
  const returned = await client.identityOf(returnUrl, departure.secrets);
  if (!returned.ok) {
    tell(client, returned.refusal);
    return failed(returned.refusal.code);
  }
  const { identity, idToken } = returned.value;
  const hint = { provider: client.provider, idToken };

  if (departure.linkTo !== null) {
    if (visit.actor?.compte !== departure.linkTo || !visit.sessionToken) return failed('AUTRE_SESSION');
    const browser = { accountId: departure.linkTo, sessionToken: visit.sessionToken };
    const linked = await linkIdentity(accountNeeds(visit), identity, browser);
    if (!linked.ok) return failed(linked.refusal.code === 'DROIT_PERDU' ? 'AUTRE_SESSION' : linked.refusal.code);
    keepSession(visit, linked.value);
    return seeOther('/espace/compte/identites?fait=identite-liee');
  }
  keepSignOutHint(visit, hint);
  const browser = { device: visit.device, formerToken: visit.sessionToken };
  const entered = await signInWith(accountNeeds(visit), identity, browser);
  if (entered) return seeOther(enter(visit, entered, departure.next));
  keepPendingIdentity(visit, identity);
  return seeOther(`/espace/premier-passage?${new URLSearchParams({ suite: departure.next })}`);
}

/** Signs out at the provider too, where the session came from it: the browser goes there and comes back. */
export async function signOutThere(visit: Visit): Promise<Outcome<WayOut>> {
  const hint = signOutHint(visit);
  const client = hint && visit.services.identities.find(hint.provider);
  if (!hint || !client) return { to: '/espace/connexion?fait=deconnecte' };
  dropSignOutHint(visit);
  const url = await client.signOutUrl(hint.idToken, visit.services.config.siteUrl + afterSignOutPath);
  if (!url.ok) tell(client, url.refusal);
  if (!url.ok || !url.value) return { to: '/espace/connexion?fait=deconnecte-ici' };
  return { shown: { name: client.provider, url: url.value.href } };
}

/** The browser holds the session from now on; the address to go on to. */
export function enter(visit: Visit, { sessionToken, secondFactorExpected }: Entered, next: string): string {
  keepSession(visit, sessionToken);
  return secondFactorExpected ? `/espace/second-facteur?${new URLSearchParams({ suite: next })}` : next;
}

export function refusedIdentity(
  refusal: IdentityRefusal | Denied,
  provider: IdentityProvider,
  fields: { readonly [Code in IdentityRefusal['code']]?: string } = {},
): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  const sentence = identityRefusalSentence(refusal, provider);
  return {
    errors: { [fields[refusal.code] ?? '']: sentence } as FieldErrors,
    status: statuses[refusal.code] ?? 400,
  };
}

const statuses: { readonly [Code in IdentityRefusal['code']]?: number } = {
  TROP_DE_TENTATIVES: 429,
  TROP_DE_COURRIELS: 429,
  FOURNISSEUR_INJOIGNABLE: 503,
  SERVEUR_OCCUPE: 503,
};

const toSignIn = (client: ProviderClient, code: string): Response => failedAt('/espace/connexion', client, code);
const toIdentities = (client: ProviderClient, code: string): Response =>
  failedAt('/espace/compte/identites', client, code);

/** The address holds codes of ours, which the page knows by heart, and nothing that the provider wrote. */
const failedAt = (page: string, { provider }: ProviderClient, echec: string): Response =>
  seeOther(`${page}?${new URLSearchParams({ fournisseur: provider, echec })}`);

/** Codes only: no claim, no text of the provider, nothing of the person. */
const tell = ({ provider }: ProviderClient, { code, cause }: ProviderFailure): void =>
  console.warn(failureLine(provider, code, cause));
