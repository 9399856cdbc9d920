import { expect, test } from 'vitest';
import { compatibilitiesSchema, compatibilityMatrix, compatibilityOf } from '#domain/models/compatibility.ts';

const rule = {
  un: 'esp-clap',
  avec: ['msp', 'cds-pluri'],
  reponse: 'non',
  phrase: 'On ne peut pas être dans les deux.',
  portee: 'pays-de-la-loire',
  source: 'S0',
  date: '2026-11-22',
};
const twice = { ...rule, avec: ['esp-clap'], reponse: 'oui-sous-condition', phrase: 'Avec des patients communs.' };

test('a pair is read both ways', () => {
  const rules = compatibilitiesSchema.parse([rule]);
  expect(compatibilityOf(rules, 'esp-clap', 'msp')?.reponse).toBe('non');
  expect(compatibilityOf(rules, 'msp', 'esp-clap')?.reponse).toBe('non');
  expect(compatibilityOf(rules, 'cds-pluri', 'esp-clap')?.reponse).toBe('non');
});

test('a pair that no source names is null, even when both names stand in one rule', () => {
  expect(compatibilityOf(compatibilitiesSchema.parse([rule]), 'msp', 'cds-pluri')).toBeNull();
});

test('a practice can be taken with itself: two ESP CLAP', () => {
  const rules = compatibilitiesSchema.parse([rule, twice]);
  expect(compatibilityOf(rules, 'esp-clap', 'esp-clap')?.reponse).toBe('oui-sous-condition');
  expect(compatibilityOf(rules, 'msp', 'msp')).toBeNull();
});

test('the matrix of nine practices has 81 cells and is its own mirror', () => {
  const rules = compatibilitiesSchema.parse([rule, twice]);
  const matrix = compatibilityMatrix(rules);
  expect(matrix.flatMap(({ cellules }) => cellules)).toHaveLength(81);
  for (const [row, { cellules }] of matrix.entries()) {
    for (const [column, { regle }] of cellules.entries()) {
      expect(regle).toBe(matrix[column]?.cellules[row]?.regle);
    }
  }
});

test('a pair stated twice is refused, the other way round too', () => {
  const mirror = { ...rule, un: 'msp', avec: ['esp-clap'] };
  const read = compatibilitiesSchema.safeParse([rule, mirror]);
  expect(read.error?.issues.map(({ path }) => path)).toEqual([[1, 'avec', 0]]);
});

test('an unknown practice, an unknown answer and a rule without a source are refused', () => {
  const { source, ...unsourced } = rule;
  expect(source).toBe('S0');
  for (const wrong of [
    { ...rule, un: 'hopital' },
    { ...rule, reponse: 'peut-être' },
    unsourced,
    { ...rule, region: 'bretagne' },
  ]) {
    expect(compatibilitiesSchema.safeParse([wrong]).success).toBe(false);
  }
});
