import { expect, test } from 'vitest';
import { z } from 'zod';
import type { FilterError } from '#domain/directory/filter-error.ts';
import { parseSearchCriteria, searchCriteriaSchema } from '#domain/directory/search-criteria.schema.ts';
import { filterSentence } from '../../../src/messages/directory/filters.ts';

const parse = (query: string) => parseSearchCriteria(new URLSearchParams(query));
const value = (query: string) => {
  const read = parse(query);
  return read.ok ? read.value : read.refusal;
};
/** The fields at fault. */
const faults = (query: string) => {
  const read = parse(query);
  return read.ok ? [] : read.refusal.erreurs.map(({ champ }) => champ);
};

test('without a filter: the first page of 50', () => {
  expect(value('')).toEqual({ page: 1, taille: 50 });
});

test('each filter is read', () => {
  expect(
    value(
      'type=cpts,dac&departement=2a&region=grand-est&epci=200069250&commune=2a004&q=%20maison%20de%20sant%C3%A9&page=3&taille=200',
    ),
  ).toEqual({
    type: ['dac', 'cpts'],
    departement: '2A',
    region: 'grand-est',
    epci: '200069250',
    commune: '2A004',
    q: 'maison de santé',
    page: 3,
    taille: 200,
  });
  expect(value('bbox=-5.2,41,9.6,51.2')).toMatchObject({ bbox: { ouest: -5.2, sud: 41, est: 9.6, nord: 51.2 } });
  expect(value('region=44')).toMatchObject({ region: '44' });
});

test('check boxes of a form repeat « type »', () => {
  expect(value('type=dac&type=msp')).toMatchObject({ type: ['dac', 'msp'] });
});

test('a point and a radius go together: one without the other is refused', () => {
  expect(value('autour=4.07,48.3&rayon=2.5')).toMatchObject({ autour: { lon: 4.07, lat: 48.3 }, rayon: 2.5 });
  expect(faults('autour=4.07,48.3')).toEqual(['rayon']);
  expect(faults('rayon=10')).toEqual(['rayon']);
});

test.each([
  ['type=dac,hopital', 'type'],
  ['type=', 'type'],
  ['departement=99', 'departement'],
  ['departement=20', 'departement'],
  ['departement=971%27', 'departement'],
  ['region=alsace', 'region'],
  ['epci=12', 'epci'],
  ['commune=Troyes', 'commune'],
  ['q=a', 'q'],
  [`q=${'a'.repeat(101)}`, 'q'],
  ['q=%00%00%00', 'q'],
  ['bbox=1,2,3', 'bbox'],
  ['bbox=9,41,-5,51', 'bbox'],
  ['bbox=-5,41,NaN,51', 'bbox'],
  ['bbox=-5,41,9,910', 'bbox'],
  ['autour=4.07&rayon=5', 'autour'],
  ['autour=48.3,4.07,1&rayon=5', 'autour'],
  ['autour=4.07,98&rayon=5', 'autour'],
  ['autour=4.07,48.3&rayon=0', 'rayon'],
  ['autour=4.07,48.3&rayon=1e9', 'rayon'],
  ['page=0', 'page'],
  ['page=-1', 'page'],
  ['page=1.5', 'page'],
  ['page=1e3', 'page'],
  ['taille=201', 'taille'],
  ['taille=', 'taille'],
  ['limite=5', 'limite'],
  ['__proto__=1', '__proto__'],
  ['constructor=1', 'constructor'],
  ['page=1&page=2', 'page'],
])('%s is refused, at its field', (query, champ) => expect(faults(query)).toEqual([champ]));

test('all the faults are said at once, in French', () => {
  const read = parse('page=x&taille=0&foo=1');
  const said = (error: FilterError) => ({ champ: error.champ, message: filterSentence(error) });
  expect(read.ok ? [] : read.refusal.erreurs.map(said)).toEqual([
    { champ: 'page', message: 'Écrivez un numéro de page entier, à partir de 1.' },
    { champ: 'taille', message: 'Écrivez un nombre entier de 1 à 200.' },
    { champ: 'foo', message: 'Ce paramètre n’existe pas.' },
  ]);
});

test('a thousand made-up filters make a short answer', () => {
  const query = Array.from({ length: 1000 }, (_, rank) => `${'f'.repeat(100)}${rank}=1`).join('&');
  const read = parse(query);
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read).length).toBeLessThan(3000);
});

test('the empty fields that a form sends do not filter, when the page says so', () => {
  const params = new URLSearchParams('type=&departement=&q=&page=2');
  expect(parseSearchCriteria(params, { emptyIsAbsent: true })).toEqual({ ok: true, value: { page: 2, taille: 50 } });
});

test('the schema describes the parameters for OpenAPI', () => {
  const described = z.toJSONSchema(searchCriteriaSchema, { io: 'input' });
  expect(Object.keys(described.properties ?? {})).toEqual([
    'type',
    'departement',
    'region',
    'epci',
    'commune',
    'q',
    'bbox',
    'autour',
    'rayon',
    'page',
    'taille',
  ]);
  expect(described.additionalProperties).toBe(false);
});
