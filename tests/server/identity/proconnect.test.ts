import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProviderClient } from '../../../src/server/identity/provider-client.ts';
import type { ProviderSettings } from '../../../src/server/identity/provider-settings.ts';
import {
  clientId,
  clientSecret,
  type LocalProvider,
  newKeys,
  openLocalProvider,
  signedAgain,
  walk,
} from './local-provider.ts';

const site = 'http://127.0.0.1:1';
const back = `${site}/espace/retour/proconnect`;
let proConnect: LocalProvider;

beforeAll(async () => {
  proConnect = await openLocalProvider('proconnect', site);
});
afterAll(() => proConnect.close());

const agent = {
  sub: 'agent-1',
  acr: 'eidas2',
  claims: {
    given_name: 'Paul',
    usual_name: 'Garnier',
    email: 'paul.garnier@ars.exemple.fr',
    uid: '42',
    siret: '12345678900015',
    idp_id: 'fournisseur-de-test',
  },
};

beforeEach(() => {
  proConnect.letIn(agent);
  proConnect.tamper({});
});

async function roundTrip(change: { pkce?: boolean; level?: 'eidas2' | 'eidas3' } = {}) {
  const settings: ProviderSettings = {
    provider: 'proconnect',
    issuer: proConnect.issuer,
    clientId,
    clientSecret,
    pkce: false,
    level: 'eidas2',
    employers: ['12345678900015'],
    ...change,
  };
  const client = createProviderClient(settings);
  const secrets = client.newSecrets();
  const leaving = await client.departureUrl(back, secrets);
  if (!leaving.ok) return leaving;
  return client.identityOf(await walk(leaving.value, site), secrets);
}

const refused = (code: string, cause?: string) => ({
  ok: false,
  refusal: { code, cause: cause ?? expect.any(String) },
});

test('an agent of an admitted employer signs in; her address is only told', async () => {
  expect(await roundTrip()).toMatchObject({
    ok: true,
    value: {
      identity: {
        provider: 'proconnect',
        issuer: proConnect.issuer,
        subject: 'agent-1',
        nationalId: null,
        rpps: null,
        secondFactor: true,
        declared: { prenom: 'Paul', nom: 'Garnier', siret: '12345678900015', email: 'paul.garnier@ars.exemple.fr' },
      },
    },
  });
});

test('only the parameters that ProConnect documents are sent', async () => {
  await roundTrip();
  const asked = proConnect.asked.at(-1)?.searchParams ?? new URLSearchParams();
  expect([...asked.keys()].sort()).toEqual([
    'claims',
    'client_id',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ]);
  expect(asked.get('scope')).toBe('openid given_name usual_name email uid siret idp_id');
  expect(JSON.parse(asked.get('claims') ?? '')).toEqual({
    id_token: { amr: { essential: true }, acr: { essential: true, values: ['eidas2', 'eidas3'] } },
  });
  expect(asked.get('state')?.length).toBeGreaterThanOrEqual(32);
  expect(asked.get('nonce')?.length).toBeGreaterThanOrEqual(32);
});

test('PKCE is sent once it is switched on', async () => {
  expect(await roundTrip({ pkce: true })).toMatchObject({ ok: true });
  expect(proConnect.asked.at(-1)?.searchParams.get('code_challenge_method')).toBe('S256');
});

/** The same token with another level, signed by the provider, which by itself gives the level asked for or none. */
const withLevel = (acr: string | undefined) => {
  proConnect.letIn({ ...agent, acr: 'eidas3' });
  proConnect.tamper({
    answers: {
      '/token': async (body) => {
        const tokens = JSON.parse(body) as { id_token: string };
        return JSON.stringify({
          ...tokens,
          id_token: await signedAgain(tokens.id_token, { acr }, proConnect.signing),
        });
      },
    },
  });
};

test.each([
  ['eidas3', 'eidas2', true],
  ['eidas2', 'eidas3', false],
  ['eidas1', 'eidas2', false],
  [undefined, 'eidas2', false],
] as const)('level %s where %s is asked for counts as a second factor: %s', async (acr, level, secondFactor) => {
  withLevel(acr);
  expect(await roundTrip({ level })).toMatchObject({ ok: true, value: { identity: { secondFactor } } });
});

test.each([
  ['missing', undefined, 'SIRET_ABSENT'],
  ['not on the list', '98765432100015', 'SIRET_NON_AUTORISE'],
])('the SIRET is %s: refused, whatever the address', async (_, siret, code) => {
  proConnect.letIn({ ...agent, claims: { ...agent.claims, siret } });
  expect(await roundTrip()).toEqual(refused(code, 'siret'));
});

const userinfo = (change: (jwt: string) => string | Promise<string>) =>
  proConnect.tamper({ answers: { '/me': change } });

test('the same userinfo, signed again by the provider, is taken', async () => {
  userinfo((jwt) => signedAgain(jwt, {}, proConnect.signing));
  expect(await roundTrip()).toMatchObject({ ok: true });
});

test('a userinfo that someone else signed is refused', async () => {
  const { privateKey } = await newKeys();
  userinfo((jwt) => signedAgain(jwt, {}, privateKey));
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});

test('a userinfo whose signature is taken off is refused', async () => {
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  userinfo((jwt) => `${none}.${jwt.split('.')[1]}.`);
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});

test('a userinfo in plain JSON is refused', async () => {
  proConnect.tamper({
    instead: (request, response) => {
      if (!request.url?.endsWith('/me')) return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ sub: 'agent-1', ...agent.claims }));
      return true;
    },
  });
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE', 'OAUTH_JWT_USERINFO_EXPECTED'));
});

test.each([
  ['of another issuer', { iss: 'https://ailleurs.exemple.fr' }],
  ['without an issuer', { iss: undefined }],
  ['for another service', { aud: 'un-autre-service' }],
  ['without an audience', { aud: undefined }],
  ['of another person', { sub: 'agent-2' }],
])('a userinfo %s is refused', async (_, changes) => {
  userinfo((jwt) => signedAgain(jwt, changes, proConnect.signing));
  expect(await roundTrip()).toEqual(refused('REPONSE_REFUSEE'));
});
