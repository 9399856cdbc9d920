import { hash } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { hashPassphrase, needsRehash, verifyPassphrase } from '../../../src/server/auth/password.ts';
import { createSlots } from '../../../src/server/auth/slots.ts';

const phrase = 'rampe tiroir mousse velours gare';

test('a passphrase is kept as argon2id, 19 456 KiB, 2 passes, 1 lane, never twice the same', async () => {
  const [first, second] = await Promise.all([hashPassphrase(phrase), hashPassphrase(phrase)]);
  if (!first.ok || !second.ok) throw new Error('busy');
  expect(first.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first.value).not.toBe(second.value);
  expect(await verifyPassphrase(first.value, phrase)).toEqual({ ok: true, value: true });
  expect(await verifyPassphrase(first.value, `${phrase} `)).toEqual({ ok: true, value: false });
});

test('an accent typed in two code points opens what one code point closed', async () => {
  const kept = await hashPassphrase('rampe tiroir \u00e9t\u00e9 gare');
  expect(await verifyPassphrase(kept.ok ? kept.value : '', 'rampe tiroir e\u0301te\u0301 gare')).toEqual({
    ok: true,
    value: true,
  });
});

test('nothing opens an account without a passphrase', async () => {
  for (const typed of ['', phrase]) expect(await verifyPassphrase(null, typed)).toEqual({ ok: true, value: false });
});

test('a hash with fewer passes, less memory or another kind is to be made again; today’s is not', async () => {
  const today = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
  expect(needsRehash(await hash(phrase, today))).toBe(false);
  expect(needsRehash(await hash(phrase, { ...today, timeCost: 1 }))).toBe(true);
  expect(needsRehash(await hash(phrase, { ...today, memoryCost: 8192 }))).toBe(true);
  expect(needsRehash(await hash(phrase, { ...today, algorithm: 1 }))).toBe(true);
});

test('of 10 works with 2 slots and 5 places to wait, 2 run at once, 7 run in order and 3 are refused', async () => {
  const slots = createSlots({ most: 2, longestQueue: 5 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: 10 }, (_, i) =>
    slots.run(async () => {
      most = Math.max(most, ++running);
      order.push(i);
      await new Promise<void>((resolve) => ends.push(resolve));
      running--;
    }),
  );
  for (let ended = 0; ended < 7; ended++) {
    await vi.waitUntil(() => ends.length > ended, { interval: 1 });
    ends[ended]?.();
  }
  const results = await Promise.all(works);
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(results.filter(({ ok }) => !ok)).toHaveLength(3);
});

test('a work that fails gives its slot back', async () => {
  const slots = createSlots({ most: 1, longestQueue: 1 });
  await expect(slots.run(() => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
  expect(await slots.run(async () => 'next')).toEqual({ ok: true, value: 'next' });
});
