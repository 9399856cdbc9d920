import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildNameIndex, bytesOf } from '../../../src/domain/territory/name-index.ts';
import { beginsWithOneMistake, oneMistakeRanges } from '../../../src/domain/territory/typing-mistake.ts';

/** Every text one mistake away from `text`, over a small alphabet: the slow and plain way to say the rule. */
function oneMistakeAway(text: string): Set<string> {
  const texts = new Set<string>();
  for (let i = 0; i <= text.length; i++) {
    const [before, after] = [text.slice(0, i), text.slice(i)];
    if (after !== '') texts.add(before + after.slice(1));
    if (after.length > 1) texts.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of 'abc') {
      texts.add(before + letter + after);
      if (after !== '') texts.add(before + letter + after.slice(1));
    }
  }
  return texts;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });

test('the ranges hold exactly the names that begin with the query one mistake away', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), word, (names, query) => {
      const index = buildNameIndex(names);
      const found = new Set<string>();
      for (const { from, to } of oneMistakeRanges(index, bytesOf(query))) {
        for (let at = from; at < to; at++) found.add(names[index.nameOfWord[index.sorted[at]!]!]!);
      }
      const away = [...oneMistakeAway(query)];
      const expected = names.filter((name) => away.some((text) => name.startsWith(text)));
      expect([...found].sort()).toEqual(expected.sort());
    }),
    { numRuns: 2000 },
  );
});

test('a word begins with the letters typed, or with them one mistake away', () => {
  fc.assert(
    fc.property(word, word, (name, query) => {
      const away = [query, ...oneMistakeAway(query)];
      const expected = away.some((text) => name.startsWith(text));
      expect(beginsWithOneMistake(bytesOf(name), 0, name.length, bytesOf(query))).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('digits are not mended', () => {
  const index = buildNameIndex(['Paris 15e Arrondissement', 'Paris 16e Arrondissement']);
  const names = oneMistakeRanges(index, bytesOf('pxris15')).flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, at) => index.nameOfWord[index.sorted[from + at]!]),
  );
  expect(names).toEqual([0]);
});
