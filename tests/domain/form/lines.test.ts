import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formSchema } from '#domain/form/form.schema.ts';
import { lineGestures, withLines } from '#domain/form/lines.ts';

const form = formSchema.parse(JSON.parse(readFileSync('data/formulaires/exemple.json', 'utf8')));
const typed = new URLSearchParams({
  intitule: 'Suivre les plaies',
  'etapes-lignes': '2',
  'etapes-1-nom': 'Se réunir',
  'etapes-1-ou': 'Gorron',
  'etapes-1-ou-code': '53107',
  'etapes-2-nom': 'Faire le point',
  'etapes-2-patients': 'oui',
});
const after = (asked: string, from = typed) => Object.fromEntries(withLines(form, from, asked));

test('one line more, and nothing typed is lost', () => {
  expect(after(lineGestures.add('etapes'))).toEqual({ ...Object.fromEntries(typed), 'etapes-lignes': '3' });
});

test('the form has three lines at most, and a fourth is not given', () => {
  const full = withLines(form, typed, 'ajouter:etapes');
  expect(after('ajouter:etapes', full)['etapes-lignes']).toBe('3');
});

test('a line goes with all that it holds, and those that follow move up', () => {
  expect(after(lineGestures.remove('etapes', 1))).toEqual({
    intitule: 'Suivre les plaies',
    'etapes-lignes': '1',
    'etapes-1-nom': 'Faire le point',
    'etapes-1-patients': 'oui',
  });
});

test('the only line is emptied, and stays to be written in', () => {
  const one = withLines(form, withLines(form, typed, 'retirer:etapes:2'), 'retirer:etapes:1');
  expect(Object.fromEntries(one)).toEqual({ intitule: 'Suivre les plaies', 'etapes-lignes': '1' });
});

test.each([
  'retirer:etapes:3',
  'retirer:etapes:0',
  'retirer:etapes:-1',
  'retirer:etapes:1.5',
  'retirer:etapes:x',
  'retirer:etapes',
  'ajouter:intitule',
  'ajouter:__proto__',
  'effacer:etapes:1',
  '',
])('« %s » changes nothing', (asked) => {
  expect(after(asked)).toEqual(Object.fromEntries(typed));
});
