import { expect, test } from 'vitest';
import { placeOfRow } from '../../../scripts/directory/place-of-row.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const communes = readTerritory('.');
const found = (codePostal: string, ville: string, departement: string, lon?: number, lat?: number) => {
  const position = lon === undefined || lat === undefined ? null : { lon, lat };
  const place = placeOfRow(communes, { codePostal, ville, departement, position });
  return place.kind === 'found' ? place.hit.code : place.why;
};

test('a town is found by its postcode and its name, « ST » being « Saint » and Cedex left out', () => {
  expect(found('54110', 'ROSIERES AUX SALINES', '54')).toBe('54462');
  expect(found('69590', 'ST SYMPHORIEN SUR COISE', '69')).toBe('69238');
  expect(found('37041', 'TOURS CEDEX 1', '37')).toBe('37261');
  expect(found('97200', 'FORT DE FRANCE', '972')).toBe('97209');
});

test('a name that FINESS cuts goes on within its postcode', () => {
  expect(found('51290', 'ST REMY EN BOUZEMONT ST GE', '51')).toBe('51513');
  expect(found('66120', 'FONT ROMEU ODEILLO VIA', '66')).toBe('66124');
});

test('a postcode of Paris, Lyon or Marseille gives the arrondissement', () => {
  expect([found('75018', 'PARIS', '75'), found('69003', 'LYON', '69'), found('13015', 'MARSEILLE', '13')]).toEqual([
    '75118',
    '69383',
    '13215',
  ]);
});

test('a former commune leads to that of today', () => {
  expect(found('49110', 'MONTREVAULT SUR EVRE', '49')).toBe('49218');
  expect(found('88150', 'CAPAVENIR VOSGES', '88')).toBe('88465');
});

test('what is unknown or far from its point is a doubt, never the nearest', () => {
  expect(found('99999', 'NULLE PART', '54')).toBe('inconnue');
  expect(found('54000', 'NANCY', '54', 2.35, 48.85)).toBe('loin');
});
