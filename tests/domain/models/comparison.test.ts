import { expect, test } from 'vitest';
import { compareModels } from '#domain/models/comparison.ts';
import { scopes } from '#domain/models/scope.ts';
import { comparisonCsvRows, differenceLabel } from '../../../src/messages/models/comparison.ts';
import { scopeLabel } from '../../../src/messages/models/scopes.ts';
import { model, value } from './sample-model.ts';

const espClap = model('esp-clap', {
  minimum: [value('1 généraliste + 1 autre', { portee: 'pays-de-la-loire', source: 'S0' })],
  structureJuridique: [value('Aucune, parfois une association')],
  lieu: [value('Chacun dans son cabinet')],
});
const msp = model('msp', {
  minimum: [
    value('3 généralistes + 1 auxiliaire médical', { portee: 'pays-de-la-loire' }),
    value('2 généralistes + 1 autre', { source: 'fmps-aci' }),
  ],
  structureJuridique: [value('Association et/ou SISA')],
});
const ess = model('ess', { lieu: [value('chacun, dans son cabinet !')] });

test('rows follow the criteria asked for, cells follow the models asked for, whatever their number', () => {
  const table = compareModels([msp, espClap, ess, espClap], ['structureJuridique', 'minimum']);
  expect(table.lignes.map(({ critere }) => critere)).toEqual(['structureJuridique', 'minimum']);
  expect(table.lignes[0]?.cellules.map(({ modele }) => modele)).toEqual(['msp', 'esp-clap', 'ess', 'esp-clap']);
  expect(table.modeles.map(({ sigle }) => sigle)).toEqual(['MSP', 'ESP-CLAP', 'ESS', 'ESP-CLAP']);
});

test('a cell keeps every value with its scope and source: the MSP has two minimums', () => {
  const [row] = compareModels([msp], ['minimum']).lignes;
  expect(row?.cellules[0]?.valeurs.map(({ court, portee, source }) => [court, portee, source])).toEqual([
    ['3 généralistes + 1 auxiliaire médical', 'pays-de-la-loire', 'S4'],
    ['2 généralistes + 1 autre', 'nationale', 'fmps-aci'],
  ]);
});

test('two answers that are not the same make a difference', () => {
  const [row] = compareModels([espClap, msp], ['minimum']).lignes;
  expect(row).toMatchObject({ differe: true, incomplet: false });
});

test('case, accents and punctuation make no difference', () => {
  const [row] = compareModels([espClap, ess], ['lieu']).lignes;
  expect(row).toMatchObject({ differe: false, incomplet: false });
});

test('the order of the values makes no difference', () => {
  const upsideDown = model('cds', { minimum: [...msp.criteres.minimum].reverse() });
  expect(compareModels([msp, upsideDown], ['minimum']).lignes[0]?.differe).toBe(false);
});

test('a silence is no difference: the row is incomplete instead', () => {
  const [row] = compareModels([espClap, msp], ['lieu']).lignes;
  expect(row).toMatchObject({ differe: false, incomplet: true });
});

test('where nobody says anything, nothing differs and nothing is incomplete', () => {
  expect(compareModels([espClap, msp], ['delai']).lignes[0]).toMatchObject({ differe: false, incomplet: false });
});

test('a row can differ and be incomplete at once, and is then called different', () => {
  const [row] = compareModels([espClap, msp, ess], ['structureJuridique']).lignes;
  expect(row).toMatchObject({ differe: true, incomplet: true });
  expect(differenceLabel(row!)).toBe('Réponses différentes');
  expect(differenceLabel({ ...row!, differe: false })).toBe('Réponse incomplète');
  expect(differenceLabel({ ...row!, differe: false, incomplet: false })).toBe('Même réponse');
});

test('CSV: one row by criterion, one column by model, each value with scope, source and day', () => {
  const sources = [
    { id: 'S0', titre: 'Le dispositif ESP CLAP', editeur: 'Association', url: null, date: null, luLe: '2026-11-22' },
  ];
  expect(comparisonCsvRows(compareModels([espClap, ess], ['minimum']), sources)).toEqual([
    ['Critère', 'ESP-CLAP', 'ESS', 'Différence'],
    [
      'Équipe minimale',
      '1 généraliste + 1 autre. [Pays de la Loire ; Le dispositif ESP CLAP ; 22 novembre 2026]',
      'Non précisé dans nos sources',
      'Réponse incomplète',
    ],
  ]);
});

test('CSV: a contact gives the organisation, its number and its addresses', () => {
  const withContact = model('msp', {});
  withContact.criteres.contacts.push({
    ...value('APMSL', { valeur: 'Fédération régionale.', note: 'À jour.' }),
    contact: {
      organisme: 'APMSL',
      telephone: '+33228219735',
      courriel: 'contact@apmsl.fr',
      site: 'https://www.apmsl.fr',
    },
  });
  const [, row] = comparisonCsvRows(compareModels([withContact], ['contacts']), []);
  expect(row?.[1]).toBe(
    'APMSL : Fédération régionale. +33228219735 contact@apmsl.fr https://www.apmsl.fr (À jour.) [National ; S4 ; 22 novembre 2026]',
  );
});

test('twenty scopes: the nation, an unnamed region and the eighteen regions, each with its words', () => {
  expect(scopes).toHaveLength(20);
  expect(scopeLabel('grand-est')).toBe('Grand Est');
  expect(scopeLabel('ile-de-france')).toBe('Île-de-France');
  expect(scopeLabel('nationale')).toBe('National');
  expect(scopeLabel('non-precisee')).toBe('Région non précisée');
});
