import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProviderClient } from '../../../src/server/identity/provider-client.ts';
import type { ProviderSettings } from '../../../src/server/identity/provider-settings.ts';
import {
  changedIdToken,
  changedJson,
  clientId,
  clientSecret,
  type LocalProvider,
  newKeys,
  openLocalProvider,
  walk,
} from './local-provider.ts';

const site = 'http://127.0.0.1:1';
const back = `${site}/espace/retour/pro-sante-connect`;
let psc: LocalProvider;

beforeAll(async () => {
  psc = await openLocalProvider('pro-sante-connect', site);
});
afterAll(() => psc.close());

const nurse = {
  sub: 'f3b1c0de-0000-4000-8000-000000000001',
  acr: 'eidas1',
  claims: {
    SubjectNameID: '810100000008',
    preferred_username: '810100000008',
    given_name: 'Anne',
    family_name: 'Morel',
    SubjectRefPro: { exercices: [{ codeProfession: '60', activities: [{ codeModeExercice: 'L' }] }] },
  },
};

beforeEach(() => {
  psc.letIn(nurse);
  psc.tamper({});
  psc.down(false);
});

const settings = (): ProviderSettings => ({
  provider: 'pro-sante-connect',
  issuer: psc.issuer,
  clientId,
  clientSecret,
});

/** Leaves and comes back; what the browser brings may be changed on the way. */
async function roundTrip(change: (url: URL) => void = () => {}, secretsChange: object = {}) {
  const client = createProviderClient(settings());
  const secrets = client.newSecrets();
  const leaving = await client.departureUrl(back, secrets);
  if (!leaving.ok) return leaving;
  const url = await walk(leaving.value, site);
  change(url);
  return client.identityOf(url, { ...secrets, ...secretsChange });
}

const refused = (code: string, cause?: string) => ({
  ok: false,
  refusal: { code, cause: cause ?? expect.any(String) },
});

test('a nurse signs in: the key is issuer and subject, the RPPS is apart, the level counts as two factors', async () => {
  expect(await roundTrip()).toEqual({
    ok: true,
    value: {
      identity: {
        provider: 'pro-sante-connect',
        issuer: psc.issuer,
        subject: nurse.sub,
        nationalId: '810100000008',
        rpps: '10100000008',
        secondFactor: true,
        declared: { prenom: 'Anne', nom: 'Morel', exercices: [{ profession: '60', lieux: [{ mode: 'L' }] }] },
      },
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    },
  });
  const asked = psc.asked.at(-1)?.searchParams;
  expect(asked?.get('scope')).toBe('openid scope_all');
  expect(asked?.get('acr_values')).toBe('eidas1');
  expect(asked?.get('code_challenge_method')).toBe('S256');
  expect(asked?.get('state')?.length).toBeGreaterThanOrEqual(32);
  expect(asked?.get('nonce')?.length).toBeGreaterThanOrEqual(32);
});

test.each([
  ['an identity of the test site', 'ANS20230101120000'],
  ['an ADELI number', '0759912345'],
])('%s comes in without an RPPS', async (_, nationalId) => {
  psc.letIn({ ...nurse, claims: { ...nurse.claims, SubjectNameID: nationalId } });
  expect(await roundTrip()).toMatchObject({ ok: true, value: { identity: { nationalId, rpps: null } } });
});

test('a person without any practice comes in, and nothing professional is taken from it', async () => {
  psc.letIn({ ...nurse, claims: { given_name: 'Anne', family_name: 'Morel' } });
  expect(await roundTrip()).toMatchObject({
    ok: true,
    value: { identity: { nationalId: null, rpps: null, declared: { exercices: [] } } },
  });
});

test('two practices are both read', async () => {
  const exercices = [
    { codeProfession: '60', activities: [] },
    { codeProfession: '10', codeSavoirFaire: 'SM54', activities: [] },
  ];
  psc.letIn({ ...nurse, claims: { ...nurse.claims, SubjectRefPro: { exercices } } });
  const read = [
    { profession: '60', lieux: [] },
    { profession: '10', savoirFaire: 'SM54', lieux: [] },
  ];
  expect(await roundTrip()).toMatchObject({ ok: true, value: { identity: { declared: { exercices: read } } } });
});

test.each([
  ['missing', undefined],
  ['another one', 'eidas2'],
])('the level is %s: refused', async (_, acr) => {
  psc.tamper({ answers: { '/token': changedIdToken({ acr }, psc.signing) } });
  expect(await roundTrip()).toEqual(refused('NIVEAU_INSUFFISANT', 'acr'));
});

test.each([
  ['another issuer', { iss: 'https://ailleurs.exemple.fr' }],
  ['another audience', { aud: 'un-autre-service' }],
  ['another nonce', { nonce: 'x'.repeat(43) }],
  ['a date that is past', { exp: 1_700_000_000 }],
])('a token that says %s is refused', async (_, changes) => {
  psc.tamper({ answers: { '/token': changedIdToken(changes, psc.signing) } });
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});

test('the same token, changed in nothing, is taken: the refusals above come from what they change', async () => {
  psc.tamper({ answers: { '/token': changedIdToken({}, psc.signing) } });
  expect(await roundTrip()).toMatchObject({ ok: true });
});

test('a token that someone else signed is refused', async () => {
  psc.tamper({ answers: { '/token': changedIdToken({}, (await newKeys()).privateKey) } });
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});

test('a nonce that is not the one of the departure is refused', async () => {
  expect(await roundTrip(() => {}, { nonce: 'y'.repeat(43) })).toEqual(refused('REPONSE_REFUSEE'));
});

test('another state, no code, or another verifier: refused', async () => {
  const changeState = (url: URL) => url.searchParams.set('state', 'z'.repeat(43));
  expect(await roundTrip(changeState)).toEqual(refused('REPONSE_REFUSEE'));
  expect(await roundTrip((url) => url.searchParams.delete('code'))).toEqual(refused('REPONSE_REFUSEE'));
  expect(await roundTrip(() => {}, { verifier: 'v'.repeat(43) })).toEqual(refused('FOURNISSEUR_EN_ERREUR', 'token'));
});

test('the userinfo of another person is refused', async () => {
  psc.tamper({ answers: { '/me': changedJson({ sub: 'quelqu-un-d-autre' }) } });
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});

test('a description that names another issuer is refused, and read again once it is right', async () => {
  const client = createProviderClient(settings());
  psc.tamper({ answers: { '-openid-configuration': changedJson({ issuer: 'https://ailleurs.exemple.fr' }) } });
  expect(await client.departureUrl(back, client.newSecrets())).toEqual(refused('REPONSE_REFUSEE', 'issuer'));
  psc.tamper({});
  expect(await client.departureUrl(back, client.newSecrets())).toMatchObject({ ok: true });
});

test('the page of the provider may be on another host than its issuer', async () => {
  const elsewhere = 'https://wallet.exemple.fr/auth';
  psc.tamper({ answers: { '-openid-configuration': changedJson({ authorization_endpoint: elsewhere }) } });
  const client = createProviderClient(settings());
  const leaving = await client.departureUrl(back, client.newSecrets());
  expect(leaving.ok && leaving.value.origin + leaving.value.pathname).toBe(elsewhere);
});

test('a provider that is down is told, and asked again the next time', async () => {
  const client = createProviderClient(settings());
  psc.down();
  expect(await client.departureUrl(back, client.newSecrets())).toEqual(refused('FOURNISSEUR_INJOIGNABLE', 'network'));
  psc.down(false);
  expect(await client.departureUrl(back, client.newSecrets())).toMatchObject({ ok: true });
});

test('a page of maintenance is a provider that is down', async () => {
  psc.tamper({
    instead: (_request, response) => {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
      return true;
    },
  });
  const client = createProviderClient(settings());
  expect(await client.departureUrl(back, client.newSecrets())).toEqual(refused('FOURNISSEUR_INJOIGNABLE'));
});

test('a person who gives up there comes back refused, and nothing that the provider wrote is kept', async () => {
  psc.refuse();
  expect(await roundTrip()).toEqual({ ok: false, refusal: { code: 'ACCES_REFUSE', cause: 'error' } });
});

test('the sign-out goes to the provider with the token of the session, and comes back to the site', async () => {
  const client = createProviderClient(settings());
  const returned = await roundTrip();
  const idToken = returned.ok && 'idToken' in returned.value ? returned.value.idToken : '';
  const url = await client.signOutUrl(idToken, `${site}/espace/deconnexion/retour`);
  const asked = url.ok && url.value ? url.value : new URL('about:blank');
  expect(asked.href.startsWith(`${psc.issuer}/session/end?`)).toBe(true);
  expect(asked.searchParams.get('id_token_hint')).toBe(idToken);
  expect(asked.searchParams.get('post_logout_redirect_uri')).toBe(`${site}/espace/deconnexion/retour`);
  expect(asked.searchParams.get('state')?.length).toBeGreaterThanOrEqual(32);
  expect((await fetch(asked)).status).toBe(200);
});

test('a provider without a page of sign-out gives none', async () => {
  psc.tamper({ answers: { '-openid-configuration': changedJson({ end_session_endpoint: undefined }) } });
  expect(await createProviderClient(settings()).signOutUrl('x.y.z', site)).toEqual({ ok: true, value: null });
});

test('the requests pass through the client that is given, where a certificate can be added', async () => {
  const paths: string[] = [];
  const client = createProviderClient(settings(), (url, options) => {
    paths.push(new URL(url).pathname);
    return fetch(url, options as RequestInit);
  });
  await client.departureUrl(back, client.newSecrets());
  expect(paths).toEqual(['/auth/realms/esante-wallet/.well-known/wallet-openid-configuration']);
});
