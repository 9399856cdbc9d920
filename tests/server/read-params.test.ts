import { expect, test } from 'vitest';
import { communesQuery, dacQuery, noQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { readExportFilters, readFilters } from '#server/directory/read-filters.ts';
import { communes } from './open-directory.ts';

const faultsOf = (schema: Parameters<typeof readParams>[0], query: string) => {
  const read = readParams(schema, new URLSearchParams(query));
  return read.ok ? [] : read.refusal.map(({ champ }) => champ);
};

test('a commune is searched by 2 to 100 characters, 8 answers unless another number is asked for', () => {
  const read = readParams(communesQuery, new URLSearchParams('q=  saint   denis '));
  expect(read).toEqual({ ok: true, value: { q: 'saint denis', limite: 8 } });
  expect(readParams(communesQuery, new URLSearchParams('q=troyes&limite=20'))).toMatchObject({ value: { limite: 20 } });
});

test.each([
  ['', ['q']],
  ['q=t', ['q']],
  ['q=%00%20t', ['q']],
  [`q=${'a'.repeat(10_000)}`, ['q']],
  ['q=troyes&limite=0', ['limite']],
  ['q=troyes&limite=21', ['limite']],
  ['q=troyes&limite=1e1', ['limite']],
  ['q=troyes&limite=8&limite=8', ['limite']],
  ['q=troyes&Q=troyes', ['Q']],
  ['q=troyes&__proto__=1', ['__proto__']],
  ['q=troyes&constructor=1', ['constructor']],
])('« %s » names what to correct: %j', (query, faults) => {
  expect(faultsOf(communesQuery, query)).toEqual(faults);
});

test('a thousand made-up parameters make a short answer', () => {
  const query = Array.from({ length: 1000 }, (_, index) => `p${index}=${'x'.repeat(100)}`).join('&');
  expect(faultsOf(noQuery, query)).toHaveLength(20);
});

test('the commune of the DAC is an INSEE code, in capitals or not', () => {
  expect(readParams(dacQuery, new URLSearchParams('commune=2a004'))).toMatchObject({ value: { commune: '2A004' } });
  for (const wrong of ['', 'commune=', 'commune=Troyes', 'commune=1038', 'commune=10387&commune=10387']) {
    expect(faultsOf(dacQuery, wrong)).toEqual(['commune']);
  }
});

test('a commune or an EPCI that does not exist is an error, not an empty list', () => {
  const faults = (query: string) => {
    const read = readFilters(new URLSearchParams(query), communes);
    return read.ok ? [] : read.refusal.map(({ champ }) => champ);
  };
  expect(faults('commune=99999')).toEqual(['commune']);
  expect(faults('commune=99999&epci=000000000')).toEqual(['commune', 'epci']);
  expect(faults('commune=75113&epci=200069250')).toEqual([]);
});

test('an export has no page', () => {
  const read = (query: string) => readExportFilters(new URLSearchParams(query), communes);
  expect(read('type=dac')).toEqual({ ok: true, value: { type: ['dac'] } });
  expect(read('page=1&taille=10')).toMatchObject({ ok: false, refusal: [{ champ: 'page' }, { champ: 'taille' }] });
});
