import { expect, test } from 'vitest';
import { addressOf, readDirectoryQuery } from '#domain/directory/directory-query.ts';
import { readTerritory } from '../../../src/server/territory/read-territory.ts';

const index = readTerritory('.');
const read = (query: string) => {
  const asked = readDirectoryQuery(index, new URLSearchParams(query));
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
  return asked.value;
};

test('a form with empty fields, a repeated type and a postcode has one tidy address', () => {
  expect(read('type=dac&type=cpts&lieu=10000&departement=&q=').tidy).toBe('type=dac,cpts&commune=10387');
});

test('each filter of the API stays in the address of the page, which is then already tidy', () => {
  for (const query of [
    'type=dac,cpts&departement=10&region=grand-est&q=appui',
    'epci=200069250&commune=10387',
    'bbox=3.5,48,4.5,48.6',
    'autour=4.07,48.29&rayon=30&taille=20&page=2',
    '',
  ])
    expect(read(query).tidy, query).toBeNull();
});

test('a tidy address read again says the same', () => {
  const { criteria } = read('autour=4.07,48.29&rayon=30&bbox=3.5,48,4.5,48.6&taille=20&page=3');
  expect(read(addressOf(criteria)).criteria).toEqual(criteria);
});

test('the first page and the usual number of lines are not written', () => {
  expect(read('type=dac&page=1&taille=50').tidy).toBe('type=dac');
});
