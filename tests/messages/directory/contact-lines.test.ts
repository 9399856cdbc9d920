import { expect, test } from 'vitest';
import { addressLine, siteName, townLine } from '../../../src/messages/directory/contact-lines.ts';

const aube = { voie: '1 avenue Pierre Brossolette', codePostal: '10000', commune: 'Troyes', codeInsee: '10387' };

test('an address reads on one line, without what is not known', () => {
  expect(addressLine(aube)).toBe('1 avenue Pierre Brossolette, 10000 Troyes');
  expect(addressLine({ ...aube, voie: null })).toBe('10000 Troyes');
  expect(townLine({ ...aube, codePostal: null })).toBe('Troyes');
});

test('a site is named by its host', () => {
  expect(siteName('https://www.dac31.fr/qui-sommes-nous')).toBe('dac31.fr');
});
