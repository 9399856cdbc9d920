import { expect, test } from 'vitest';
import { freshnessOf } from '#domain/directory/freshness.ts';
import { lastDayOf } from '#domain/directory/source-date.ts';
import { openingDay, structures } from './facts.ts';

const proof = (date: string, champ = 'tout') => ({ champ, titre: 'Une page', url: null, date });
const at = (statut: 'en-fonctionnement' | 'en-projet' | 'inconnu', ...dates: ReturnType<typeof proof>[]) =>
  freshnessOf({ statut, sources: dates }, openingDay);

test('a source’s date means at the latest its last day; some words are no date', () => {
  expect(lastDayOf('2023')).toBe('2023-12-31');
  expect(lastDayOf('2021-2022')).toBe('2022-12-31');
  expect(lastDayOf('février 2024')).toBe('2024-02-29');
  expect(lastDayOf('13 avril 2021')).toBe('2021-04-13');
  expect(lastDayOf('1er juillet 2022')).toBe('2022-07-01');
  for (const text of ['sans date', '31 février 2024', '2021-04-13', 'en 2021', 'brumaire 2023', '']) {
    expect([text, lastDayOf(text)]).toEqual([text, null]);
  }
});

test('24 months to the day are still fresh, one day more is old', () => {
  expect(at('en-fonctionnement', proof('22 novembre 2024'))).toBe('a-jour');
  expect(at('en-fonctionnement', proof('21 novembre 2024'))).toBe('ancienne');
});

test('a year counts to its end: 2024 is fresh in November 2026, old in January 2027', () => {
  expect(at('en-fonctionnement', proof('2024'))).toBe('a-jour');
  const january = new Date('2027-01-01T12:00:00Z');
  expect(freshnessOf({ statut: 'en-fonctionnement', sources: [proof('2024')] }, january)).toBe('ancienne');
});

test('no date, or an unknown state, is to be checked; an old date is said first', () => {
  expect(at('en-fonctionnement', proof('sans date'))).toBe('a-verifier');
  expect(at('inconnu', proof('2026'))).toBe('a-verifier');
  expect(at('inconnu', proof('2021'))).toBe('ancienne');
});

test('a recent telephone does not make an old record young, a recent page about all of it does', () => {
  expect(at('en-fonctionnement', proof('2023'), proof('2026', 'telephone'))).toBe('ancienne');
  expect(at('en-fonctionnement', proof('2023'), proof('2026'))).toBe('a-jour');
  expect(at('en-fonctionnement', proof('2026', 'territoire'), proof('2021', 'adresse'))).toBe('a-jour');
});

test('an old telephone or street in a young record is to be checked, an old number or point is not', () => {
  expect(at('en-fonctionnement', proof('2026'), proof('8 janvier 2021', 'telephone'))).toBe('a-verifier');
  expect(at('en-fonctionnement', proof('2026'), proof('8 janvier 2021', 'adresse'))).toBe('a-verifier');
  expect(at('en-fonctionnement', proof('2026'), proof('2021', 'telephone'), proof('2026', 'telephone'))).toBe('a-jour');
  expect(at('en-fonctionnement', proof('2026'), proof('2021', 'finess'), proof('2021', 'position'))).toBe('a-jour');
  expect(at('en-fonctionnement', proof('2021'), proof('2021', 'telephone'))).toBe('ancienne');
});

test('on the opening day: the Aube is to be checked, the Var list of 2023 is old, FINESS of August is fresh', () => {
  const of = (type: string, id: string) => structures(type).find((structure) => structure.id === id)?.fraicheur;
  expect(of('dac', 'dac-aube')).toBe('a-verifier');
  expect(of('dac', 'dac-var-ouest')).toBe('ancienne');
  expect(of('cds', 'cds-infirmiers-de-chauny')).toBe('a-jour');
});
