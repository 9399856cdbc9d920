import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formSchema } from '#domain/form/form.schema.ts';
import { lineButton, withLines } from '#domain/form/lines.ts';

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
  expect(after(lineButton.add('etapes'))).toEqual({ ...Object.fromEntries(typed), 'etapes-lignes': '3' });
});

test('the form has three lines at most, and a fourth is not given', () => {
  const full = withLines(form, typed, 'changer-lignes:ajouter:etapes');
  expect(after('changer-lignes:ajouter:etapes', full)['etapes-lignes']).toBe('3');
});

test('a line goes with all that it holds, and those that follow move up', () => {
  expect(after(lineButton.remove('etapes', 1))).toEqual({
    intitule: 'Suivre les plaies',
    'etapes-lignes': '1',
    'etapes-1-nom': 'Faire le point',
    'etapes-1-patients': 'oui',
  });
});

test('the only line is emptied, and stays to be written in', () => {
  const one = withLines(
    form,
    withLines(form, typed, 'changer-lignes:retirer:etapes:2'),
    'changer-lignes:retirer:etapes:1',
  );
  expect(Object.fromEntries(one)).toEqual({ intitule: 'Suivre les plaies', 'etapes-lignes': '1' });
});

test.each([
  'changer-lignes:retirer:etapes:3',
  'changer-lignes:retirer:etapes:0',
  'changer-lignes:retirer:etapes:-1',
  'changer-lignes:retirer:etapes:1.5',
  'changer-lignes:retirer:etapes:x',
  'changer-lignes:retirer:etapes',
  'changer-lignes:ajouter:intitule',
  'changer-lignes:ajouter:__proto__',
  'changer-lignes:effacer:etapes:1',
  '',
])('« %s » changes nothing', (asked) => {
  expect(after(asked)).toEqual(Object.fromEntries(typed));
});
