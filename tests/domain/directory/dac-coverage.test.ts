import { expect, test } from 'vitest';
import { dacCoverage } from '#domain/directory/dac-coverage.ts';

const territory = (codes: object) => ({
  territoire: { mots: 'x', departements: [], epci: [], communes: [], departementsEnPartie: [], ...codes },
});
const commune = (code: string, departement: string, epci: string | null = null) => ({ code, departement, epci });

test('a department that a DAC covers whole, by two EPCI or commune by commune is known whole', () => {
  const communes = [
    commune('10387', '10'),
    commune('08105', '08', '111111111'),
    commune('08409', '08', '222222222'),
    commune('05061', '05'),
  ];
  const dac = [
    territory({ departements: ['10'] }),
    territory({ epci: ['111111111'] }),
    territory({ epci: ['222222222'] }),
    territory({ communes: ['05061'] }),
  ];
  expect(dacCoverage(dac, communes).map(({ departement, etat }) => [departement, etat])).toEqual([
    ['10', 'entier'],
    ['08', 'entier'],
    ['05', 'entier'],
  ]);
});

test('one commune out of two, or a part whose communes no source lists, is known in part', () => {
  const communes = [commune('13055', '13'), commune('13001', '13'), commune('50129', '50')];
  const dac = [territory({ communes: ['13055'] }), territory({ departementsEnPartie: ['50'] })];
  expect(dacCoverage(dac, communes)).toEqual([
    { departement: '13', communes: 2, couvertes: 1, etat: 'en-partie' },
    { departement: '50', communes: 1, couvertes: 0, etat: 'en-partie' },
  ]);
});

test('where no DAC is known, or only one without a territory, nothing is known', () => {
  expect(dacCoverage([{ territoire: null }], [commune('23096', '23')])).toEqual([
    { departement: '23', communes: 1, couvertes: 0, etat: 'inconnu' },
  ]);
});
