import { expect, test } from 'vitest';
import { displayPhone } from '#domain/directory/phone.ts';

test.each([
  ['+33325408083', '03 25 40 80 83'],
  ['+33351251351', '03 51 25 13 51'],
  ['+33809109109', '08 09 10 91 09'],
  ['+594594284130', '05 94 28 41 30'],
  ['+262262123456', '02 62 12 34 56'],
  ['+590590123456', '05 90 12 34 56'],
  ['+596596123456', '05 96 12 34 56'],
  ['+508411234', '05 08 41 12 34'],
  ['+687251234', '25 12 34'],
  ['+68940123456', '40 12 34 56'],
  ['+681721234', '72 12 34'],
])('%s is read %s', (e164, shown) => expect(displayPhone(e164)).toBe(shown));

test('a foreign number stays international', () => expect(displayPhone('+3225550000')).toBe('+3225550000'));
