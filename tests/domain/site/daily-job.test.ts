import { expect, test } from 'vitest';
import { isDue, untilNextDay, untilTriedAgain } from '#domain/site/daily-job.ts';

const at = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);
const begun = at('03:00');

test('a job that was never done is due', () => {
  expect(isDue(null, begun)).toBe(true);
});

test('a job that was done is due again a day after it began, not a minute before', () => {
  const last = { commenceLe: begun.toISOString(), prochainLe: untilNextDay(begun).toISOString() };
  expect(isDue(last, new Date('2026-11-28T02:59:00.000Z'))).toBe(false);
  expect(isDue(last, new Date('2026-11-28T03:00:00.000Z'))).toBe(true);
});

test('a job that failed, or whose process died, is tried again an hour after it began', () => {
  const last = { commenceLe: begun.toISOString(), prochainLe: untilTriedAgain(begun).toISOString() };
  expect(isDue(last, at('03:59'))).toBe(false);
  expect(isDue(last, at('04:00'))).toBe(true);
});

test('a job done under a clock that was a year ahead does not wait for a year', () => {
  const last = { commenceLe: '2027-11-27T03:00:00.000Z', prochainLe: '2027-11-28T03:00:00.000Z' };
  expect(isDue(last, at('03:00'))).toBe(true);
});
