import { expect, test } from 'vitest';
import { inDepartement, ofDepartement, withArticle } from '../../../src/messages/directory/departement-names.ts';
import { territoryInWords } from '../../../src/messages/directory/territory-codes.ts';
import { departements } from '../../domain/directory/facts.ts';

test.each([
  ['10', 'l’Aube', 'dans l’Aube', 'de l’Aube'],
  ['51', 'la Marne', 'dans la Marne', 'de la Marne'],
  ['67', 'le Bas-Rhin', 'dans le Bas-Rhin', 'du Bas-Rhin'],
  ['08', 'les Ardennes', 'dans les Ardennes', 'des Ardennes'],
  ['89', 'l’Yonne', 'dans l’Yonne', 'de l’Yonne'],
  ['52', 'la Haute-Marne', 'en Haute-Marne', 'de la Haute-Marne'],
  ['35', 'Ille-et-Vilaine', 'en Ille-et-Vilaine', 'd’Ille-et-Vilaine'],
  ['54', 'Meurthe-et-Moselle', 'en Meurthe-et-Moselle', 'de Meurthe-et-Moselle'],
  ['75', 'Paris', 'à Paris', 'de Paris'],
  ['2A', 'la Corse-du-Sud', 'en Corse-du-Sud', 'de la Corse-du-Sud'],
  ['971', 'la Guadeloupe', 'en Guadeloupe', 'de la Guadeloupe'],
  ['974', 'La Réunion', 'à La Réunion', 'de La Réunion'],
  ['976', 'Mayotte', 'à Mayotte', 'de Mayotte'],
  ['975', 'Saint-Pierre-et-Miquelon', 'à Saint-Pierre-et-Miquelon', 'de Saint-Pierre-et-Miquelon'],
  ['987', 'Polynésie française', 'en Polynésie française', 'de Polynésie française'],
])('%s: %s, %s, %s', (code, article, inside, of) => {
  const departement = departements.get(code)!;
  expect([withArticle(departement), inDepartement(departement), ofDepartement(departement)]).toEqual([
    article,
    inside,
    of,
  ]);
});

const words = (codes: object) =>
  territoryInWords(
    { mots: 'x', departements: [], epci: [], communes: [], departementsEnPartie: [], ...codes },
    { departements, epci: new Map([['200071066', { nom: 'CA de Saint-Dié-des-Vosges' }]]) },
  );

test('the codes of a territory read as a phrase', () => {
  expect(words({ departements: ['67', '68'] })).toBe('le Bas-Rhin et le Haut-Rhin en entier');
  expect(words({ departements: ['04'], communes: Array(112).fill('13001') })).toBe(
    'les Alpes-de-Haute-Provence en entier\u202f; 112\u00a0communes',
  );
  expect(words({ epci: ['200071066'] })).toBe('CA de Saint-Dié-des-Vosges');
  expect(words({ departementsEnPartie: ['91'] })).toBe(
    'une partie de l’Essonne, sans liste de communes dans nos sources',
  );
  expect(words({ communes: ['92023'], departementsEnPartie: ['92'] })).toBe(
    'une commune que la source nomme\u202f; une partie des Hauts-de-Seine, sans liste de communes dans nos sources',
  );
  expect(words({})).toBe('');
});
