import { expect, test } from 'vitest';
import { citationsOf, dateOfField } from '#domain/directory/citations.ts';
import { citedFor } from '../../../src/messages/directory/citations.ts';

const source = (champ: string, titre: string, date = '2026') => ({ champ, titre, url: null, date });
const words = (...sources: ReturnType<typeof source>[]) =>
  citationsOf(sources).map((citation) => `${citation.titre} (${citation.date})${citedFor(citation)}`);

test('a source is cited once, with the fields that it alone proves', () => {
  expect(
    words(
      source('tout', 'FINESS'),
      source('telephone', 'FINESS', '8 janvier 2021'),
      source('adresse', 'Le site'),
      source('courriel', 'Le site'),
      source('horaires', 'Le site'),
    ),
  ).toEqual([
    'FINESS (2026)',
    'FINESS (8 janvier 2021), pour le téléphone',
    'Le site (2026), pour l’adresse, le courriel et les horaires',
  ]);
});

test('what proves the whole names no field, whichever comes first', () => {
  expect(words(source('tout', 'Le site'), source('telephone', 'Le site'))).toEqual(['Le site (2026)']);
  expect(words(source('telephone', 'Le site'), source('tout', 'Le site'))).toEqual(['Le site (2026)']);
});

test('the date of a field is that of its own source, else of the whole record, else of any', () => {
  const sources = [source('tout', 'FINESS', '2026'), source('telephone', 'FINESS', '8 janvier 2021')];
  expect(dateOfField(sources, 'telephone')).toBe('8 janvier 2021');
  expect(dateOfField(sources, 'adresse')).toBe('2026');
  expect(dateOfField([source('adresse', 'Une page', 'mai 2024')], 'telephone')).toBe('mai 2024');
  expect(dateOfField([source('tout', 'Un', '2022'), source('tout', 'Deux', 'sans date')], 'telephone')).toBe('2022');
  expect(dateOfField([source('tout', 'Une page', 'sans date')], 'telephone')).toBe('sans date');
});
