import { expect, test } from 'vitest';
import { rawGet, rawRequest } from './raw-request.ts';
import { openSite } from './site.ts';

const onEveryResponse = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

const requests: [what: string, path: string, status: number, method?: string][] = [
  ['a prerendered page', '/', 200],
  ['a prerendered page below', '/modeles', 200],
  ['a rendered page', '/dac?commune=10387', 200],
  ['a file', '/_astro/carte.a1b2c3.mjs', 200],
  ['an unknown page', '/rien', 404],
  ['the 404 page asked for by name', '/404', 404],
  ['the 500 page asked for by name', '/500', 500],
  ['a page that fails', '/panne', 500],
  ['a redirection', '/modeles/', 308],
  ['a badly written address', '/%E0%A4%A', 400],
  ['a refused method', '/', 405, 'DELETE'],
  ['the methods of a page', '/', 204, 'OPTIONS'],
  ['the API', '/api/v1/communes?q=troyes', 200],
  ['an unknown address of the API', '/api/v1/rien', 404],
  ['the API that fails', '/api/v1/panne', 500],
];

test.each(requests)(
  '%s (%s, %i) carries the security headers, an id, and no cookie',
  async (_, path, status, method) => {
    const { origin } = await openSite();
    const response = await fetch(origin + path, { method: method ?? 'GET', redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(onEveryResponse);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval'|\*|http:/);
    expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('strict-transport-security')).toBeNull();
  },
);

test('what is not even a request gets a French sentence and the same headers', async () => {
  const { port } = await openSite();
  const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nen tête sans deux-points\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("frame-ancestors 'none'");
  expect(answer).toContain('x-content-type-options: nosniff');
  expect(answer).toContain('illisible');
});

test('headers of 20 KB are refused with 431', async () => {
  const { port } = await openSite();
  const answer = await rawRequest(port, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});

test('a page may run files of the site and the one style of the layout, and nothing else', async () => {
  const { origin } = await openSite();
  const { headers } = await fetch(origin);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-DLtD4n3ch6/X2ADtPrqJoehfPjEnCdZWRarE3V/e/68='; " +
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; " +
      "base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('the search alone may compile WebAssembly, the directory alone may start a worker', async () => {
  const { origin } = await openSite();
  const policyOf = async (path: string) => (await fetch(origin + path)).headers.get('content-security-policy');
  expect(await policyOf('/recherche?q=a')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(await policyOf('/recherche')).not.toContain('worker-src');
  expect(await policyOf('/annuaire?type=dac')).toContain("worker-src 'self'");
  expect(await policyOf('/annuaire/dac-10')).toContain("worker-src 'self'");
  expect(await policyOf('/annuaire')).not.toContain('wasm');
  expect(await policyOf('/dac')).not.toMatch(/worker-src|wasm/);
});

test('the Plan IGN is asked on the map alone, and only once configured', async () => {
  const without = await openSite();
  const withPlan = await openSite({ PLAN_IGN: '1' });
  const policyOf = async (url: string) => (await fetch(url)).headers.get('content-security-policy');
  expect(await policyOf(`${without.origin}/annuaire`)).not.toContain('geopf');
  expect(await policyOf(`${withPlan.origin}/dac`)).not.toContain('geopf');
  expect(await policyOf(`${withPlan.origin}/annuaire`)).toMatch(
    /img-src 'self' data: blob: https:\/\/data\.geopf\.fr;.*connect-src 'self' https:\/\/data\.geopf\.fr;/,
  );
});

test('behind TLS, browsers are told for two years to come back by https', async () => {
  const { origin } = await openSite({ BEHIND_TLS: '1' });
  const { headers } = await fetch(`${origin}/rien`);
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
});

test('any site may read the API, and no site may read a page', async () => {
  const { origin } = await openSite();
  const api = await fetch(`${origin}/api/v1/communes?q=troyes`);
  expect(api.headers.get('access-control-allow-origin')).toBe('*');
  expect(api.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await fetch(origin)).headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  '//autre.example/',
  '/\\autre.example/',
  '/%5cautre.example/',
  '/%2f%2fautre.example/',
  '/..%2f//autre.example/',
])('%s never redirects to another site', async (target) => {
  const { port } = await openSite();
  const answer = await rawGet(port, target);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer.toLowerCase()).not.toContain('location:');
});
