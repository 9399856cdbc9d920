import { expect, test } from 'vitest';
import { heading, termsUsed } from '../../../src/domain/models/terms-used.ts';

const term = (terme: string, sigle: string | null, ...alias: string[]) => ({
  id: terme.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  terme,
  sigle,
  alias,
  definition: 'Une phrase simple.',
});
const terms = [
  term('plan de soins', 'PPS', 'PPCS'),
  term('accord conventionnel', 'ACI'),
  term('premier recours', null),
  term('STAFF', null),
  term('convention', null),
];
const found = (text: string) => termsUsed(terms, text).map(heading);

test('an acronym is found as it is written, alone or under its other name', () => {
  expect(found('L’ACI paie le PPS.')).toEqual(['ACI', 'PPS']);
  expect(found('La HAS dit PPCS.')).toEqual(['PPS']);
  expect(found('rcp-aci, PPSX')).toEqual([]);
});

test('a term of two words is found whatever its case, an everyday word is left alone', () => {
  expect(found('Premier recours, STAFF et convention.')).toEqual(['premier recours', 'STAFF']);
});
