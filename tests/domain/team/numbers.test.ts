import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRefusal, type KeyedFormat, tidyText } from '#domain/form/text-format.ts';
import { isFiness } from '#domain/people/finess.ts';
import { isRpps, reduceRpps } from '#domain/people/rpps.ts';

/** The number as it is kept, or the code of its refusal. */
const read = (format: KeyedFormat, text: string) => {
  const tidied = tidyText(text, format);
  return formatRefusal(tidied, format)?.code ?? tidied;
};

// Invented: 1+0+0+0+1+4+3+8+5+3 make 25, so the key is 5.
test.each([
  ['10001234565', '10001234565'],
  ['10101010105', '10101010105'],
  ['100 0123 4565', '10001234565'],
  ['810001234565', '10001234565'],
  ['10001234566', 'CLE'],
  ['10001234655', 'CLE'],
  ['810001234566', 'CLE'],
  ['1000123456', 'FORMAT'],
  ['010001234565', 'FORMAT'],
  ['ANS20240101', 'FORMAT'],
  ['١٠٠٠١٢٣٤٥٦٥', 'FORMAT'],
  ['', 'FORMAT'],
])('the RPPS « %s » is read as « %s »', (text, expected) => {
  expect(read('rpps', text)).toBe(expected);
});

test('the 12 digits of a national identifier are reduced though they fail the key as 12', () => {
  expect(reduceRpps('810001234565')).toBe('10001234565');
  expect(isRpps('810001234565')).toBe(false);
});

// 970104303 and 2A0002408 stand in the national register; the keys of the others were reckoned by hand.
test.each([
  ['490000031', '490000031'],
  ['97 010 4303', '970104303'],
  ['2A0002408', '2A0002408'],
  ['2b0000020', '2B0000020'],
  ['490000032', 'CLE'],
  ['2B0002408', 'CLE'],
  ['49000003', 'FORMAT'],
  ['A20002408', 'FORMAT'],
  ['2C0002408', 'FORMAT'],
])('the FINESS number « %s » is read as « %s »', (text, expected) => {
  expect(read('finess', text)).toBe(expected);
});

test('one wrong digit anywhere is noticed, in both numbers', () => {
  const slip = fc.record({ at: fc.nat(10), by: fc.integer({ min: 1, max: 9 }) });
  const withSlip = (number: string, { at, by }: { at: number; by: number }) => {
    const place = at % number.length;
    return number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);
  };
  fc.assert(
    fc.property(slip, (wrong) => {
      expect(isRpps(withSlip('10001234565', wrong))).toBe(false);
      expect(isFiness(withSlip('490000031', wrong))).toBe(false);
    }),
  );
});
