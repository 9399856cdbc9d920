import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Field } from '#domain/form/field.schema.ts';
import type { FieldCondition } from '#domain/form/field-condition.schema.ts';
import { revealsOf } from '../../src/components/form/reveals.ts';

const yesNo = (cle: string, visible?: FieldCondition): Field => ({
  type: 'oui-non',
  cle,
  libelle: cle,
  obligatoire: true,
  visible,
});
const number: Field = { type: 'nombre', cle: 'nombre', libelle: 'Nombre', obligatoire: true, min: 0, max: 9 };
const yes = (champ: string): FieldCondition => ({ champ, parmi: ['oui'] });

test('an answer opens the slot that a field waits for', () => {
  const reveals = revealsOf([yesNo('a'), yesNo('b', yes('a')), yesNo('c', yes('a'))], 'a');
  expect(reveals.opens('a', 'oui')).toBe('a1');
  expect(reveals.opens('a', 'non')).toBeUndefined();
  expect(reveals.whenOf(yesNo('b'))).toEqual({ slots: 'a1', whole: true });
  expect(reveals.whenOf(yesNo('c'))).toEqual({ slots: 'a1', whole: true });
  expect(reveals.whenOf(yesNo('a'))).toEqual({ slots: undefined, whole: true });
});

test('either answer opens one slot; two that must both be given open two', () => {
  const either = revealsOf([yesNo('a'), yesNo('b'), yesNo('c', { un: [yes('a'), yes('b')] })], 'a');
  expect([either.opens('a', 'oui'), either.opens('b', 'oui'), either.whenOf(yesNo('c')).slots]).toEqual([
    'a1',
    'a1',
    'a1',
  ]);
  const both = revealsOf([yesNo('a'), yesNo('b'), yesNo('c', { tous: [yes('a'), yes('b')] })], 'a');
  expect([both.opens('a', 'oui'), both.opens('b', 'oui'), both.whenOf(yesNo('c')).slots]).toEqual([
    'a1',
    'a2',
    'a1 a2',
  ]);
});

test('a field that waits for one that is hidden is hidden with it', () => {
  const reveals = revealsOf([yesNo('a'), yesNo('b', yes('a')), yesNo('c', yes('b'))], 'a');
  expect(reveals.whenOf(yesNo('c')).slots).toBe('a2 a1');
});

test.each([
  ['a number', { champ: 'nombre', auMoins: 2 }, { slots: undefined, whole: false }],
  ['an answer that was not given', { non: yes('a') }, { slots: undefined, whole: false }],
  ['a number and an answer', { tous: [yes('a'), { champ: 'nombre', auMoins: 2 }] }, { slots: 'a1', whole: false }],
] as const)('what waits for %s keeps its words', (_, condition, expected) => {
  expect(revealsOf([yesNo('a'), number, yesNo('b', condition)], 'a').whenOf(yesNo('b'))).toEqual(expected);
});

test('past the slots that the style sheet has, a field stays, with its words', () => {
  const deciders = Array.from({ length: 9 }, (_, index) => yesNo(`d${index + 1}`));
  const fields = [...deciders, ...deciders.map(({ cle }) => yesNo(`f-${cle}`, yes(cle)))];
  const reveals = revealsOf(fields, 'l');
  expect(reveals.whenOf(yesNo('f-d8'))).toEqual({ slots: 'l8', whole: true });
  expect(reveals.whenOf(yesNo('f-d9'))).toEqual({ slots: undefined, whole: false });
  const sheet = readFileSync('src/styles/form.css', 'utf8');
  for (const slot of ['a1', 'a8', 'l1', 'l8']) expect(sheet).toContain(`:not(:has([data-opens~="${slot}"]:checked))`);
});
