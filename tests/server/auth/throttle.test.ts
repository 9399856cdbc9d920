import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestReset } from '../../../src/server/accounts/request-reset.ts';
import { resetPassphrase } from '../../../src/server/accounts/reset-passphrase.ts';
import { signIn } from '../../../src/server/accounts/sign-in.ts';
import { admit } from '../../../src/server/auth/throttle.ts';
import { goodPhrase, noon, openWorld, otherPhrase, type World } from '../accounts/account-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const anne = 'anne.morel@exemple.fr';
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const attempt = (address: string, passphrase: string, now = noon) =>
  signIn(world.needs({ address, now }), { email: anne, passphrase, device: 'Firefox' });
const codes = (results: Awaited<ReturnType<typeof attempt>>[]) =>
  results.map((result) => (result.ok ? 'in' : result.refusal.code));
const key = Buffer.alloc(32, 7);
const oneAccount = [{ kind: 'compte', of: [anne] }] as const;
const admitAt = (seconds: number) => world.database.write((tx) => admit(tx, key, oneAccount, later(seconds)));

test('five tries pass, then the waits grow 1, 2, 4, 8… seconds up to 15 minutes', async () => {
  for (let i = 0; i < 5; i++) expect(await admitAt(0)).toBe(0);
  const waits: number[] = [];
  let at = 0;
  for (let i = 0; i < 12; i++) {
    const wait = await admitAt(at);
    waits.push(wait);
    at += wait;
    expect(await admitAt(at)).toBe(0);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});

test('a try that must wait does not make the wait longer, and a quiet day forgets all', async () => {
  for (let i = 0; i < 7; i++) await admitAt(i * 4);
  const wait = await admitAt(24);
  expect(wait).toBe(4);
  expect(await admitAt(24)).toBe(4);
  expect(await admitAt(24 + 25 * 3600)).toBe(0);
  expect(await world.rows('select nombre from tentative')).toEqual([{ nombre: 1 }]);
});

test('30 wrong passphrases at once for one account: 5 are judged, 25 told to wait', async () => {
  await world.openAccount(anne);
  const results = codes(await Promise.all(Array.from({ length: 30 }, () => attempt('203.0.113.5', otherPhrase))));
  expect(results.filter((code) => code === 'IDENTIFIANTS_REFUSES')).toHaveLength(5);
  expect(results.filter((code) => code === 'TROP_DE_TENTATIVES')).toHaveLength(25);
});

test('six people who mistype their address in six ways do not make one another wait', async () => {
  for (const email of ['a', 'b', 'c@', '@d', 'e@f', 'g h@exemple.fr']) {
    const answer = await signIn(world.needs(), { email, passphrase: goodPhrase, device: 'Firefox' });
    expect(answer).toEqual({ ok: false, refusal: { code: 'IDENTIFIANTS_REFUSES' } });
  }
});

test('counts survive reopening the database, and an unknown address is slowed down alike', async () => {
  for (let i = 0; i < 5; i++) await attempt('203.0.113.5', otherPhrase);
  await world.reopen();
  expect(await attempt('203.0.113.6', goodPhrase)).toEqual({
    ok: false,
    refusal: { code: 'TROP_DE_TENTATIVES', attendreSecondes: 1 },
  });
});

test('who guesses from elsewhere does not lock out a person at a place she signed in from', async () => {
  await world.openAccount(anne);
  const home = '192.0.2.44';
  expect(codes([await attempt(home, goodPhrase)])).toEqual(['in']);
  for (let i = 0; i < 12; i++) await attempt(`203.0.113.${i}`, otherPhrase);
  expect(codes([await attempt('203.0.113.99', goodPhrase)])).toEqual(['TROP_DE_TENTATIVES']);
  expect(codes([await attempt(home, goodPhrase)])).toEqual(['in']);
});

test('a person locked out at a new place gets in by a reset link, while the guessing goes on', async () => {
  await world.openAccount(anne);
  const office = '192.0.2.77';
  for (let i = 0; i < 12; i++) await attempt(`203.0.113.${i}`, otherPhrase);
  expect(codes([await attempt(office, goodPhrase)])).toEqual(['TROP_DE_TENTATIVES']);
  await requestReset(world.needs({ address: office }), { email: anne });
  await resetPassphrase(world.needs({ address: office }), { token: world.lastToken(), passphrase: otherPhrase });
  await attempt('203.0.113.50', goodPhrase);
  expect(codes([await attempt(office, otherPhrase)])).toEqual(['in']);
});

test('a stranger who asks for 40 reset links sends 4 after the mail of the sign-up, and the first works for the owner', async () => {
  await world.openAccount(anne);
  world.mails.length = 0;
  await requestReset(world.needs(), { email: anne });
  const first = world.lastToken();
  for (let i = 0; i < 40; i++) await requestReset(world.needs({ address: `203.0.113.${i}` }), { email: anne });
  expect(world.mails).toHaveLength(4);
  expect((await resetPassphrase(world.needs(), { token: first, passphrase: otherPhrase })).ok).toBe(true);
});

test('40 people sign in at once from one network address, and all get in', async () => {
  await world.openAccount(anne);
  const names = Array.from({ length: 40 }, (_, i) => `membre${i}@exemple.fr`);
  await world.database.client.execute(
    `insert into compte select value, value, value, 'Membre', (select empreinte from compte limit 1), 0, '2026-11-23'
     from json_each('${JSON.stringify(names)}')`,
  );
  const start = performance.now();
  const results = await Promise.all(
    names.map((email) => signIn(world.needs(), { email, passphrase: goodPhrase, device: 'Firefox' })),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(performance.now() - start).toBeLessThan(15_000);
});
