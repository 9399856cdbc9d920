import { expect, test } from 'vitest';
import { atCommune, ofCommune } from '../../src/messages/directory/place-names.ts';
import { resultCount } from '../../src/messages/site/search.ts';

test('what was found is said in one sentence, in the order of the page', () => {
  expect(resultCount('troyes', 0, 1, 1)).toBe('1 commune et 1 structure pour «\u202ftroyes\u202f».');
  expect(resultCount('msp', 12, 0, 174)).toBe('12 pages et 174 structures pour «\u202fmsp\u202f».');
  expect(resultCount('ars', 3, 2, 18)).toBe('2 communes, 3 pages et 18 structures pour «\u202fars\u202f».');
  expect(resultCount('zzz', 0, 0, 0)).toBe('Aucun résultat pour «\u202fzzz\u202f».');
});

test('« de » agrees with the name of the commune', () => {
  expect(
    ['Troyes', 'Angers', 'Étain', 'Yzeure', 'Le Mans', 'Les Abymes', 'La Rochelle', 'L’Haÿ-les-Roses', 'Honfleur'].map(
      ofCommune,
    ),
  ).toEqual([
    'de Troyes',
    'd’Angers',
    'd’Étain',
    'd’Yzeure',
    'du Mans',
    'des Abymes',
    'de La Rochelle',
    'de L’Haÿ-les-Roses',
    'de Honfleur',
  ]);
});

test('« à » agrees with the name of the commune', () => {
  expect(
    ['Troyes', 'Le Havre', 'Les Mées', 'La Rochelle', 'L’Haÿ-les-Roses', 'Lesparre-Médoc', 'Leers'].map(atCommune),
  ).toEqual(['à Troyes', 'au Havre', 'aux Mées', 'à La Rochelle', 'à L’Haÿ-les-Roses', 'à Lesparre-Médoc', 'à Leers']);
});
