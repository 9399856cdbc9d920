import { expect, test } from 'vitest';
import { openSite } from './site.ts';

/** A line is written once its response has left, a moment after the client has read it: a site that stopped wrote all. */
const patienceMs = 5_000;

test('one line per request: method, path, status, time, id; no query and no address of a person', async () => {
  const { origin, lines, stop } = await openSite();
  await fetch(`${origin}/dac?commune=10387&nom=Durand`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
  await stop(patienceMs);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z GET \/dac 200 [\d.]+ ms [\da-f-]{36}$/);
  expect(lines[0]).not.toMatch(/10387|Durand|203\.0|127\.0/);
});

test('a path that is not ours is not written: anything may be typed there', async () => {
  const { origin, lines, stop } = await openSite();
  await fetch(`${origin}/jean.durand@exemple.fr`);
  await stop(patienceMs);
  expect(lines[0]).toContain('GET (adresse inconnue) 404');
});

test('the key of a group, which opens it, is not written', async () => {
  const { origin, lines, stop } = await openSite();
  await fetch(`${origin}/choisir/groupe/KpsiaZU8lHjDMT1mVVlcaDJo`);
  await stop(patienceMs);
  expect(lines[0]).toContain('GET /choisir/groupe/… 200');
  expect(lines[0]).not.toContain('KpsiaZU8');
});

test('a failure is written with its stack under the id of its response', async () => {
  const { origin, lines, stop } = await openSite();
  const response = await fetch(`${origin}/panne?nom=Durand`);
  await stop(patienceMs);
  const fault = lines.find((line) => line.includes('erreur')) ?? '';
  expect(fault).toContain(response.headers.get('x-request-id'));
  expect(fault).toContain('une panne');
  expect(fault).not.toContain('Durand');
});

test('the log can be switched off', async () => {
  const { origin, lines, stop } = await openSite({ ACCESS_LOG: '0' });
  await fetch(origin);
  await stop(patienceMs);
  expect(lines).toEqual([]);
});
