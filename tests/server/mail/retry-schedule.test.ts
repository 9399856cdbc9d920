import { expect, test } from 'vitest';
import { waitAfterTry } from '#server/mail/retry-schedule.ts';

test('the waits double from 1 min to 4 h: 1, 2, 4, 8, 16, 32, 64, 128, 240, 240', () => {
  const minutes = Array.from({ length: 10 }, (_, index) => waitAfterTry(index + 1, 0) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
});

test('jitter shortens a wait by up to a quarter: 4 min become 3', () => {
  expect(waitAfterTry(3, 1)).toBe(180_000);
  expect(waitAfterTry(3, 0.5)).toBe(210_000);
});
