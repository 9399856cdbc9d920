import { expect, test } from 'vitest';
import { rawRequest } from './raw-request.ts';
import { openSite } from './site.ts';

const ask = async (method: string, target: string) => {
  const { port } = await openSite();
  const answer = await rawRequest(port, `${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  return { status: Number(answer.slice(9, 12)), isProblem: /content-type: application\/problem\+json/i.test(answer) };
};

test.each([
  ['TRACE', '/api/v1/communes?q=troyes', 405],
  ['GET', '/api/v1/%E0%A4%A', 400],
  ['GET', '/api/v1/structures/%00', 400],
  ['GET', '/api//v1', 404],
  ['GET', `/api/v1/communes?q=${'a'.repeat(13_000)}`, 414],
])('%s %s is refused by %i, in JSON', async (method, target, status) => {
  expect(await ask(method, target)).toEqual({ status, isProblem: true });
});

test('TRACE of a page is refused by 405 too', async () => {
  expect((await ask('TRACE', '/')).status).toBe(405);
});
