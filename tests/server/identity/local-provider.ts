import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';

export type Person = {
  readonly sub: string;
  readonly acr?: string;
  readonly claims: Readonly<Record<string, unknown>>;
};

/** What stands in front of the provider and makes it lie, since it will not by itself. */
export type Tampering = {
  /** Answers in place of the provider; true when it did. */
  instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Changes what the provider answers, at the paths that end so. */
  answers?: Readonly<Record<string, (body: string) => string | Promise<string>>>;
};

type Kind = 'pro-sante-connect' | 'proconnect';

const mounts = { 'pro-sante-connect': '/auth/realms/esante-wallet', proconnect: '/api/v2' } as const;
export const clientId = 'coordonnees';
export const clientSecret = 'secret-local-de-plus-de-trente-deux-caracteres';

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;
export const newKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);

/**
 * A real provider on this machine, with keys of its own, that lets in the person that it is told.
 * @param host `localhost` is another site than 127.0.0.1 for a browser.
 */
export async function openLocalProvider(kind: Kind, siteUrl: string, host = '127.0.0.1') {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const mount = mounts[kind];
  const issuer = origin + mount;
  let person: Person = { sub: 'personne', claims: {} };
  let tampering: Tampering = {};
  let isDown = false;
  let refuses = false;
  const asked: URL[] = [];
  const ended: URL[] = [];
  const keys = await newKeys();
  const provider = await createProvider(kind, issuer, siteUrl, keys, () => person);
  const handle = provider.callback();

  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '', origin);
    if (isDown) return request.socket.destroy();
    if (tampering.instead?.(request, response)) return;
    if (url.pathname.startsWith('/interaction/')) return void finish(provider, request, response, { person, refuses });
    if (url.pathname === `${mount}/session/end`) ended.push(url);
    if (url.pathname === `${mount}/auth`) asked.push(url);
    const change = Object.entries(tampering.answers ?? {}).find(([path]) => url.pathname.endsWith(path))?.[1];
    if (change) changeAnswer(response, change);
    const inside = (request.url ?? '').replace('/wallet-openid-configuration', '/openid-configuration');
    request.url = inside.replace(mount, '');
    // The provider writes its own addresses under the mount that it finds here.
    Object.assign(request, { originalUrl: inside });
    return void handle(request, response);
  });

  return {
    issuer,
    origin,
    /** Departures and sign-outs that reached the provider. */
    asked,
    ended,
    signing: keys.privateKey,
    letIn(someone: Person) {
      person = someone;
      refuses = false;
    },
    refuse() {
      refuses = true;
    },
    tamper(how: Tampering) {
      tampering = how;
    },
    down(value = true) {
      isDown = value;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type LocalProvider = Awaited<ReturnType<typeof openLocalProvider>>;

async function createProvider(
  kind: Kind,
  issuer: string,
  siteUrl: string,
  keys: CryptoKeyPair,
  person: () => Person,
): Promise<Provider> {
  const { key_ops: _, ...exported } = await crypto.subtle.exportKey('jwk', keys.privateKey);
  const jwk = { ...exported, kid: 'essai', use: 'sig', alg: 'RS256' };
  const isPsc = kind === 'pro-sante-connect';
  const client: ClientMetadata = {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [`${siteUrl}/espace/retour/${kind}`],
    post_logout_redirect_uris: [`${siteUrl}/espace/deconnexion/retour`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
    ...(!isPsc && { userinfo_signed_response_alg: 'RS256' }),
  };
  const agentClaims = ['given_name', 'usual_name', 'email', 'uid', 'siret', 'idp_id'];
  const pscClaims = ['SubjectNameID', 'preferred_username', 'given_name', 'family_name', 'SubjectRefPro', 'otherIds'];
  const configuration: Configuration = {
    clients: [client],
    jwks: { keys: [jwk as never] },
    scopes: ['openid', ...(isPsc ? ['scope_all'] : agentClaims)],
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    claims: {
      openid: ['sub'],
      acr: null,
      amr: null,
      ...(isPsc ? { scope_all: pscClaims } : Object.fromEntries(agentClaims.map((name) => [name, [name]]))),
    },
    pkce: { required: () => isPsc },
    cookies: { keys: ['cle-locale'] },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: !isPsc },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><html lang="fr"><title>Fin</title>${form}<button form="op.logoutForm" name="logout" value="yes">Oui</button>`;
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...person().claims, sub: id }) }),
    ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 120, Interaction: 600, Session: 3600, Grant: 3600 },
  };
  const provider = new Provider(issuer, configuration);
  provider.on('server_error', (_ctx, error) => console.error(error));
  return provider;
}

async function finish(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { person, refuses }: { person: Person; refuses: boolean },
): Promise<void> {
  if (refuses) {
    const result = { error: 'access_denied', error_description: 'texte du fournisseur' };
    return provider.interactionFinished(request, response, result);
  }
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  grant.addOIDCClaims(['acr', 'amr']);
  const result = {
    login: { accountId: person.sub, ...(person.acr !== undefined && { acr: person.acr, amr: ['mfa'] }) },
    consent: { grantId: await grant.save() },
  };
  await provider.interactionFinished(request, response, result);
}

/** Holds an answer back until it ends, and sends another one in its place. */
function changeAnswer(response: ServerResponse, change: (body: string) => string | Promise<string>): void {
  const end = response.end.bind(response);
  const chunks: Buffer[] = [];
  response.write = ((chunk: Buffer) => chunks.push(Buffer.from(chunk)) > 0) as typeof response.write;
  response.end = ((chunk?: Buffer | string) => {
    if (chunk !== undefined) chunks.push(Buffer.from(chunk));
    void Promise.resolve(change(Buffer.concat(chunks).toString())).then((body) => {
      response.removeHeader('content-length');
      end(body);
    });
    return response;
  }) as typeof response.end;
}

/** A browser without a screen: follows the redirects of the provider until it is sent back to the site. */
export async function walk(from: URL, siteUrl: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = from;
  for (let step = 0; step < 10; step += 1) {
    if (url.href.startsWith(siteUrl)) return url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url.pathname}: ${response.status} ${await response.text()}`);
    url = new URL(location, url);
  }
  throw new Error('The provider never sends the browser back.');
}

/** A JWT with other claims, signed with this key. */
export async function signedAgain(jwt: string, changes: Record<string, unknown>, key: CryptoKey): Promise<string> {
  const [header = '', payload = ''] = jwt.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const changed = Buffer.from(JSON.stringify({ ...claims, ...changes })).toString('base64url');
  const signature = await crypto.subtle.sign(rsa.name, key, Buffer.from(`${header}.${changed}`));
  return `${header}.${changed}.${Buffer.from(signature).toString('base64url')}`;
}

/** A token answer whose id_token says something else, signed with this key. */
export const changedIdToken = (changes: Record<string, unknown>, key: CryptoKey) => async (body: string) => {
  const tokens = JSON.parse(body) as { id_token: string };
  return JSON.stringify({ ...tokens, id_token: await signedAgain(tokens.id_token, changes, key) });
};

/** A JSON answer in which some keys are others. */
export const changedJson = (changes: Record<string, unknown>) => (body: string) =>
  JSON.stringify({ ...(JSON.parse(body) as object), ...changes });
