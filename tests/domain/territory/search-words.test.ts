import { expect, test } from 'vitest';
import { expandSaint, searchWords } from '../../../src/domain/territory/search-words.ts';

test.each([
  ["L'Haÿ-les-Roses", 'l hay les roses'],
  ['L’Île-d’Yeu', 'l ile d yeu'],
  ['Œuilly', 'oeuilly'],
  ['Chalon s/ Saône', 'chalon sur saone'],
  ['Paris 15e Arrondissement', 'paris 15'],
  ['Lyon 1er arrdt', 'lyon 1'],
  ['PARIS  15ÈME  ARR', 'paris 15'],
  ['Arrondissement', 'arrondissement'],
  ['７５０１５', '75015'],
  ['Saint-Denis (974)', 'saint denis 974'],
])('« %s » reads « %s »', (text, words) => {
  expect(searchWords(text).join(' ')).toBe(words);
});

test('« St » and « Ste » are Saint and Sainte, and no other word is', () => {
  expect(['st', 'ste', 'sts', 'stes', 'est', 'constructor'].map(expandSaint)).toEqual([
    'saint',
    'sainte',
    'saints',
    'saintes',
    'est',
    'constructor',
  ]);
});

test('what comes after 120 characters is not read', () => {
  expect(searchWords(`${' '.repeat(119)}ab`)).toEqual(['a']);
});
