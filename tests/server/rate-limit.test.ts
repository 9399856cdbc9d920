import { expect, test } from 'vitest';
import { createRateLimit } from '#server/http/rate-limit.ts';
import { openSite } from './site.ts';

test('60 a minute: 60 requests pass at once, the next waits a second, then one passes each second', () => {
  const limit = createRateLimit(60);
  for (let count = 1; count <= 60; count += 1) expect(limit('10.0.0.1', 0)).toBe(0);
  expect(limit('10.0.0.1', 0)).toBe(1);
  expect(limit('10.0.0.1', 1_000)).toBe(0);
  expect(limit('10.0.0.1', 1_000)).toBe(1);
});

test('one address does not use up the share of another', () => {
  const limit = createRateLimit(1);
  expect(limit('10.0.0.1', 0)).toBe(0);
  expect(limit('10.0.0.1', 0)).toBe(60);
  expect(limit('10.0.0.2', 0)).toBe(0);
});

test('the addresses of one IPv6 subscriber (/64) count as one, another subscriber apart', () => {
  const limit = createRateLimit(1);
  expect(limit('2001:db8:1:2::1', 0)).toBe(0);
  expect(limit('2001:db8:1:2:ffff:1:2:3', 0)).toBe(60);
  expect(limit('2001:db8:1:3::1', 0)).toBe(0);
  expect(limit('::ffff:10.0.0.1', 0)).toBe(0);
  expect(limit('::ffff:10.0.0.2', 0)).toBe(0);
});

test('0 a minute switches the limit off', () => {
  const limit = createRateLimit(0);
  for (let count = 1; count <= 1_000; count += 1) expect(limit('10.0.0.1', 0)).toBe(0);
});

test('past the limit the API answers 429 in problem+json with Retry-After; pages go on', async () => {
  const { origin } = await openSite({ API_REQUESTS_PER_MINUTE: '2' });
  const call = () => fetch(`${origin}/api/v1/communes?q=troyes`);
  expect((await call()).status).toBe(200);
  expect((await call()).status).toBe(200);
  const refused = await call();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(29);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 429, title: 'Trop de requêtes' });
  expect((await fetch(`${origin}/dac`)).status).toBe(200);
});

test('X-Forwarded-For is believed only from a trusted proxy, and only the address that the proxy wrote', async () => {
  const call = async (origin: string, forwarded: string) =>
    (await fetch(`${origin}/api/v1/communes`, { headers: { 'x-forwarded-for': forwarded } })).status;
  const open = await openSite({ API_REQUESTS_PER_MINUTE: '1' });
  expect([await call(open.origin, '10.0.0.1'), await call(open.origin, '10.0.0.2')]).toEqual([200, 429]);
  const behind = await openSite({ API_REQUESTS_PER_MINUTE: '1', TRUST_PROXY: '1' });
  expect([await call(behind.origin, '10.0.0.1'), await call(behind.origin, '10.0.0.2')]).toEqual([200, 200]);
  expect(await call(behind.origin, '10.9.9.9, 10.0.0.2')).toBe(429);
});
