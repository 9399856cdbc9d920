import { expect, test } from 'vitest';
import { departementDots } from '#domain/directory/departement-dots.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

const communes = readTerritory('.');
const dac = (telephone: string | null, more: object) => ({
  telephone,
  territoire: { departements: [], departementsEnPartie: [], epci: [], communes: [], ...more },
});
type Dac = Parameters<typeof departementDots>[1];

test('metropolitan France has 96 departments, of which none is known without a DAC', () => {
  const { dots, known, withPhone } = departementDots(communes, []);
  expect({ dots: dots.length, known, withPhone }).toEqual({ dots: 96, known: 0, withPhone: 0 });
  expect(dots.every(({ x, y }) => x > 0 && x < 100 && y > 0 && y < 100)).toBe(true);
});

test('a DAC with a telephone is told from one without, whichever comes first; a commune counts for its department', () => {
  const facts = [
    dac(null, { departements: ['10'], communes: ['72181'] }),
    dac('+33199000101', { departementsEnPartie: ['10'] }),
    dac(null, { departements: ['10', '971'] }),
    { telephone: '+33199000102', territoire: null },
  ] as unknown as Dac;
  const { known, withPhone } = departementDots(communes, facts);
  expect({ known, withPhone }).toEqual({ known: 2, withPhone: 1 });
});
