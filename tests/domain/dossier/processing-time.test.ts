import { expect, test } from 'vitest';
import { daysInReview, processingTimes, type Stage } from '#domain/dossier/processing-time.ts';

const stage = (etat: Stage['etat'], day: string): Stage => ({ etat, depuis: `${day}T09:00:00.000Z` });

/** Deposited on 1 March, sent back from the 5th to the 25th, handed to the ARS on the 30th, recognised on 9 April. */
const sentBackOnce = [
  stage('brouillon', '2026-02-01'),
  stage('depose', '2026-03-01'),
  stage('en-instruction', '2026-03-03'),
  stage('a-corriger', '2026-03-05'),
  stage('depose', '2026-03-25'),
  stage('en-instruction', '2026-03-26'),
  stage('transmis', '2026-03-30'),
  stage('reconnu', '2026-04-09'),
  stage('actif', '2026-05-01'),
];

test('the days at the team do not count: 4 before the corrections and 15 after them make 19', () => {
  expect(daysInReview(sentBackOnce)).toBe(19);
});

test('a project that waits for its decision has no time yet', () => {
  expect(daysInReview(sentBackOnce.slice(0, 7))).toBeNull();
  expect(daysInReview([])).toBeNull();
});

const taking = (days: number): Stage[] => [
  stage('depose', '2026-01-01'),
  { etat: 'refuse', depuis: new Date(Date.UTC(2026, 0, 1 + days, 9)).toISOString() },
];

test('the median and the 80th percentile of ten projects are days that a project took', () => {
  const projects = [12, 3, 40, 8, 20, 15, 9, 30, 10, 90].map(taking);
  expect(processingTimes(projects)).toEqual({ nombre: 10, mediane: 12, quatreVingts: 30 });
});

test('four decided projects give no figure', () => {
  expect(processingTimes([1, 2, 3, 4].map(taking))).toBeNull();
  expect(processingTimes([...[1, 2, 3, 4].map(taking), sentBackOnce.slice(0, 5)])).toBeNull();
});
