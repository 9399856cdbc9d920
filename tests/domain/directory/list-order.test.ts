import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listKey, numbersBetween } from '#domain/directory/list-order.ts';
import type { StructureType } from '#domain/directory/structure.schema.ts';

const sorted = (...records: [StructureType, string][]) =>
  records
    .map(([type, nom]) => ({ nom, key: listKey({ type, nom }) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ nom }) => nom);

test('types come in their order, before names', () => {
  expect(sorted(['cpts', 'A'], ['dac', 'Z'], ['msp', 'B'])).toEqual(['Z', 'A', 'B']);
});

test('names come as a French reader sorts them: no accents, no hyphens, numbers as numbers', () => {
  expect(
    sorted(
      ['dac', 'DAC 100'],
      ['dac', 'DAC 10'],
      ['dac', 'DAC 9'],
      ['dac', 'Épinal'],
      ['dac', 'Étain'],
      ['dac', 'Dac-Est'],
    ),
  ).toEqual(['DAC 9', 'DAC 10', 'DAC 100', 'Dac-Est', 'Épinal', 'Étain']);
});

test('one record goes between its neighbours, several are spread evenly', () => {
  expect(numbersBetween(1024, 2048, 1)).toEqual([1536]);
  expect(numbersBetween(0, 1024, 3)).toEqual([256, 512, 768]);
  expect(numbersBetween(2048, null, 2)).toEqual([3072, 4096]);
  expect(numbersBetween(0, null, 1)).toEqual([1024]);
});

test('where there is no room left, all are to be numbered anew', () => {
  expect(numbersBetween(5, 6, 1)).toBeNull();
  expect(numbersBetween(5, 8, 3)).toBeNull();
  expect(numbersBetween(5, 8, 2)).toEqual([6, 7]);
});

test('numbers between two others are whole, increasing, and none is taken', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 60 }),
      (before, room, count) => {
        const numbers = numbersBetween(before, before + room, count);
        if (numbers === null) return room <= count;
        const all = [before, ...numbers, before + room];
        return all.every((number, at) => Number.isInteger(number) && (at === 0 || number > all[at - 1]!));
      },
    ),
  );
});
