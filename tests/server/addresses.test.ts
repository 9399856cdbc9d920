import { expect, test } from 'vitest';
import { readAddress } from '#server/http/address.ts';
import { rawGet } from './raw-request.ts';
import { openSite } from './site.ts';

test.each([
  ['/%E0%A4%A', 400],
  ['/%', 400],
  ['/%00', 400],
  ['/a%0d%0aset-cookie:%20a=b', 400],
  ['/..%5c..%5cetc/passwd', 400],
  ['/../../etc/passwd', 404],
  ['/%2e%2e/%2e%2e/etc/passwd', 404],
  ['/modeles/%2e%2e/secret', 404],
  ['//', 404],
  ['/modeles//msp', 404],
  [`/${'a'.repeat(13_000)}`, 414],
  [`/annuaire?${'type=dac&'.repeat(1_500)}`, 414],
  ['/.env', 404],
  ['/csp.json', 404],
  ['/%61nnuaire%00.html', 400],
  ['http://autre.example/', 400],
  ['*', 400],
])('%s is answered %i in French, not by a 500', async (target, status) => {
  const { port } = await openSite();
  const answer = await rawGet(port, target);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/<title>/);
});

test('a query that does not decode still reaches its page', async () => {
  const { port } = await openSite();
  expect(await rawGet(port, '/dac?commune=%E0%A4%A&a=%')).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ['/modeles/', '/modeles'],
  ['/modeles/?a=b', '/modeles?a=b'],
  ['/modeles.html', '/modeles'],
  ['/modeles/index.html', '/modeles'],
  ['/index.html', '/'],
])('%s is the same page as %s, and leads to it', (target, to) => {
  expect(readAddress(target)).toEqual({ kind: 'moved', to });
});

test('the address of a page is read without its query', () => {
  expect(readAddress('/dac?commune=10387')).toEqual({ kind: 'page', path: '/dac', search: '?commune=10387' });
  expect(readAddress('/')).toEqual({ kind: 'page', path: '/', search: '' });
  expect(readAddress('/mod%C3%A8les')).toEqual({ kind: 'page', path: '/mod%C3%A8les', search: '' });
});
