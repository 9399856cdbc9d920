import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rawRequest } from './raw-request.ts';
import { openSite, type TestSite } from './site.ts';

/** `fetch` adds its own Accept-Encoding and decompresses: this reads what was really sent. */
async function get({ port }: TestSite, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const lines = Object.entries({ host: 'a', connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const answer = await rawRequest(port, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const [head = '', ...body] = answer.split('\r\n\r\n');
  const [first = '', ...rest] = head.split('\r\n');
  const found = new Map(
    rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(first.split(' ')[1]), headers: found, body: Buffer.from(body.join('\r\n\r\n'), 'latin1') };
}

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
])('a built page asked with « Accept-Encoding: %s » comes as %s', async (accepted, encoding) => {
  const site = await openSite();
  const { headers, body, status } = await get(site, '/modeles', accepted === '' ? {} : { 'accept-encoding': accepted });
  const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  expect(status).toBe(200);
  expect(headers.get('content-encoding')).toBe(encoding);
  expect(headers.get('vary')).toBe('Accept-Encoding');
  expect(headers.get('content-length')).toBe(String(body.length));
  expect(plain.toString()).toContain('Une page construite.');
});

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined],
])('a rendered page asked with « Accept-Encoding: %s » comes as %s', async (accepted, encoding) => {
  const site = await openSite();
  const { headers } = await get(site, '/dac', { 'accept-encoding': accepted });
  expect(headers.get('content-encoding')).toBe(encoding);
  expect(headers.get('vary')).toBe('Accept-Encoding');
});

test.each([
  ['/_astro/carte.a1b2c3.mjs', 'text/javascript; charset=utf-8'],
  ['/fond.geojson', 'application/geo+json; charset=utf-8'],
  ['/recherche.wasm', 'application/wasm'],
  ['/index.pf_meta', 'application/octet-stream'],
  ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/modeles', 'text/html;charset=utf-8'],
])('%s is sent as %s', async (path, type) => {
  expect((await get(await openSite(), path)).headers.get('content-type')).toBe(type);
});

test('a hashed file is kept for a year, a page for five minutes', async () => {
  const site = await openSite();
  const cacheOf = async (path: string) => (await get(site, path)).headers.get('cache-control');
  expect(await cacheOf('/_astro/carte.a1b2c3.mjs')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/modeles')).toBe('public, max-age=300, must-revalidate');
  expect(await cacheOf('/fond.geojson')).toBe('public, max-age=3600');
  expect(await cacheOf('/rien')).toBe('no-store');
});

test('a page that has not changed is not sent again', async () => {
  const site = await openSite();
  const etag = (await get(site, '/modeles')).headers.get('etag') ?? '';
  const again = await get(site, '/modeles', { 'if-none-match': etag });
  expect(again.status).toBe(304);
  expect(again.body.length).toBe(0);
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('HEAD gives the headers of GET without its body', async () => {
  const site = await openSite();
  const { status, headers, body } = await get(site, '/modeles', {}, 'HEAD');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/html');
  expect(body.length).toBe(0);
});

test.each([
  ['bytes=0-3', 206, '0123'],
  ['bytes=4-', 206, '456789'],
  ['bytes=9-99', 206, '9'],
  ['bytes=5-2', 200, '0123456789'],
  ['bytes=-4', 200, '0123456789'],
  ['bytes=0-1,4-5', 200, '0123456789'],
  ['bytes=a-b', 200, '0123456789'],
])('« Range: %s » is answered %i with « %s »', async (range, status, content) => {
  const answer = await get(await openSite(), '/tuiles.pmtiles', { range, 'accept-encoding': 'br' });
  expect(answer.status).toBe(status);
  expect(answer.body.toString()).toBe(content);
});

test('a range after the end of the file is answered 416 with the size of the file', async () => {
  const answer = await get(await openSite(), '/tuiles.pmtiles', { range: 'bytes=50-60' });
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe('bytes */10');
});

test('a file that a new build took away cuts its own answer, and the site goes on', async () => {
  const site = await openSite();
  rmSync(join(site.dist, 'client/fond.geojson'));
  await get(site, '/fond.geojson').catch(() => undefined);
  expect((await get(site, '/modeles')).status).toBe(200);
});
