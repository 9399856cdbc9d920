import { describe, expect, test } from 'vitest';
import { hitByCode } from '../../../src/domain/territory/commune-hit.ts';
import {
  communeByCode,
  communesByPostcode,
  communesOfDepartement,
  communesOfEpci,
  departementByCode,
  departementsOfRegion,
  epciByCode,
  regionByCode,
  regionBySlug,
} from '../../../src/domain/territory/commune-index.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const index = readTerritory('.');

describe('a commune by its code', () => {
  test('Étain, 55181, with its department, region, EPCI and centre', () => {
    expect(communeByCode(index, '55181')).toEqual({
      code: '55181',
      nom: 'Étain',
      codesPostaux: ['55400'],
      population: 3375,
      departement: { code: '55', nom: 'Meuse' },
      region: { code: '44', nom: 'Grand Est' },
      epci: { code: '245501242', nom: "CC du Pays d'Étain" },
      centre: [5.6373, 49.2191],
    });
  });

  test.each([
    ['97411', 'Saint-Denis', '974', 'La Réunion', 'La Réunion'],
    ['97801', 'Saint-Martin', '978', 'Saint-Martin', 'Saint-Martin'],
    ['97701', 'Saint-Barthélemy', '977', 'Saint-Barthélemy', 'Saint-Barthélemy'],
    ['98818', 'Nouméa', '988', 'Nouvelle-Calédonie', 'Nouvelle-Calédonie'],
    ['2A004', 'Ajaccio', '2A', 'Corse-du-Sud', 'Corse'],
    ['2B033', 'Bastia', '2B', 'Haute-Corse', 'Corse'],
  ])('%s is %s, in %s', (code, nom, departement, departementName, region) => {
    expect(communeByCode(index, code)).toMatchObject({
      code,
      nom,
      departement: { code: departement, nom: departementName },
      region: { nom: region },
    });
  });

  test('a collectivity without region stands for its own, and its communes have neither EPCI nor centre', () => {
    expect(communeByCode(index, '98818')).toMatchObject({ region: { code: '988' }, epci: null, centre: null });
    expect(regionByCode(index, '988')).toMatchObject({ zone: 'com', slug: 'nouvelle-caledonie' });
  });

  test('Clipperton has no inhabitant in the source and answers 0', () => {
    expect(communeByCode(index, '98901')).toMatchObject({ nom: 'Île de Clipperton', population: 0 });
  });

  test.each([
    ['75115', '75056', 'arrondissement'],
    ['69381', '69123', 'arrondissement'],
    ['13216', '13055', 'arrondissement'],
    ['59355', '59350', 'associee'],
    ['01039', '01138', 'deleguee'],
    ['02077', '02564', 'ancienne'],
  ])('%s leads to %s, whose nature is %s', (code, commune, nature) => {
    expect(communeByCode(index, code)?.code).toBe(commune);
    expect(hitByCode(index, code)).toMatchObject({ commune: { code: commune }, trouvePar: { nature, code } });
  });

  test('the code of a commune of today is never read as that of its delegated commune', () => {
    expect(hitByCode(index, '50129')).toMatchObject({ commune: { nom: 'Cherbourg-en-Cotentin' }, trouvePar: null });
  });

  test.each(['', '00000', '99999', '7505', '750566', '2a004', 'constructor', '__proto__'])(
    '« %s » is no code',
    (code) => {
      expect(communeByCode(index, code)).toBeNull();
    },
  );
});

describe('communes of an area', () => {
  test('46 communes share the postcode 51300, Vitry-le-François first', () => {
    const communes = communesByPostcode(index, '51300');
    expect(communes).toHaveLength(46);
    expect(communes[0]).toMatchObject({ code: '51649', nom: 'Vitry-le-François' });
    expect(communesByPostcode(index, '00000')).toEqual([]);
  });

  test('Paris is one commune of its department; Territoire de Belfort has 101', () => {
    expect(communesOfDepartement(index, '75').map(({ nom }) => nom)).toEqual(['Paris']);
    expect(communesOfDepartement(index, '90')).toHaveLength(101);
  });

  test('Corsica is 2A and 2B, which do not mix', () => {
    expect(communesOfDepartement(index, '2A')).toHaveLength(124);
    expect(communesOfDepartement(index, '2B')).toHaveLength(236);
    expect(communesOfDepartement(index, '2')).toEqual([]);
  });

  test('the Métropole de Lyon has 58 communes, Lyon among them', () => {
    expect(epciByCode(index, '200046977')).toMatchObject({ nom: 'Métropole de Lyon', type: 'MET69' });
    const communes = communesOfEpci(index, '200046977');
    expect(communes).toHaveLength(58);
    expect(communes.map(({ code }) => code)).toContain('69123');
    expect(communesOfEpci(index, '000000000')).toEqual([]);
  });

  test('Pays de la Loire has five departments', () => {
    const region = regionBySlug(index, 'pays-de-la-loire');
    expect(region).toMatchObject({ code: '52', nom: 'Pays de la Loire' });
    expect(departementsOfRegion(index, '52').map(({ code }) => code)).toEqual(['44', '49', '53', '72', '85']);
    expect(regionBySlug(index, 'nulle-part')).toBeNull();
  });

  test('a department carries the article INSEE gives it', () => {
    expect(departementByCode(index, '10')).toMatchObject({ nom: 'Aube', article: 'l’' });
    expect(departementByCode(index, '08')).toMatchObject({ nom: 'Ardennes', article: 'les' });
    expect(departementByCode(index, '75')).toMatchObject({ nom: 'Paris', article: '' });
    expect(departementByCode(index, '20')).toBeNull();
  });
});
