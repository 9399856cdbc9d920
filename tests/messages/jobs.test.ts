import { expect, test } from 'vitest';
import { durationWords, jobLine, jobState } from '../../src/messages/site/jobs.ts';

test('a duration is said in the unit that is read at once', () => {
  expect([0.4, 12, 999, 3_420, 120_000].map(durationWords)).toEqual([
    '0\u00a0ms',
    '12\u00a0ms',
    '999\u00a0ms',
    '3,4\u00a0s',
    '2\u00a0min',
  ]);
});

test('a job that nobody ended is under way for its hour, then cut', () => {
  const last = {
    commenceLe: '2026-11-27T03:00',
    finiLe: '2026-11-26T03:00',
    echec: null,
    prochainLe: '2026-11-27T04:00',
  };
  expect(jobState(last, '2026-11-27T03:10')).toBe('en cours');
  expect(jobState(last, '2026-11-27T04:10')).toBe('interrompu');
  expect(jobState({ ...last, finiLe: '2026-11-27T03:00' }, '2026-11-27T03:10')).toBe('fait');
  expect(jobState({ ...last, finiLe: '2026-11-27T03:00', echec: 'plein' }, '2026-11-27T03:10')).toBe('échec : plein');
  expect(jobState(null, '2026-11-27T03:10')).toBe('jamais commencé');
});

test('the log names the job, how long it took, and why it failed', () => {
  const run = { begun: new Date(0), ended: new Date(12) };
  expect(jobLine('purger-groupes', { ...run, failure: null })).toBe(
    'Travail quotidien « purger-groupes » : fait en 12\u00a0ms.',
  );
  expect(jobLine('purger-groupes', { ...run, failure: 'plein' })).toContain('échec après 12\u00a0ms (plein)');
});
