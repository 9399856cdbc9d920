import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf, formSchema } from '#domain/form/form.schema.ts';
import { worded } from '../../../src/messages/site/data-faults.ts';

const field = (cle: string, more: object = {}) => ({
  cle,
  type: 'texte',
  libelle: 'Un champ',
  obligatoire: false,
  max: 80,
  ...more,
});
const yesNo = (cle: string, more: object = {}) => ({
  cle,
  type: 'oui-non',
  libelle: 'Oui ?',
  obligatoire: true,
  ...more,
});
const group = (cle: string, champs: object[]) => ({
  cle,
  type: 'groupe',
  libelle: 'Lignes',
  ligne: 'Ligne',
  ajouter: 'Ajouter une ligne',
  obligatoire: false,
  max: 5,
  champs,
});
const problems = (...champs: object[]) =>
  worded(formSchema)
    .safeParse({ sections: [{ cle: 'une', champs }] })
    .error?.issues.map(({ message }) => message) ?? [];

test('the example of data/ has every kind of field, and more than twenty of them', () => {
  const form = formSchema.parse(JSON.parse(readFileSync('data/formulaires/exemple.json', 'utf8')));
  const fields = fieldsOf(form);
  expect(fields.length).toBeGreaterThanOrEqual(20);
  expect(new Set(fields.map(({ type }) => type))).toEqual(
    new Set([
      'texte',
      'texte-long',
      'secret',
      'choix',
      'plusieurs',
      'nombre',
      'date',
      'commune',
      'personnes',
      'oui-non',
      'case',
      'groupe',
    ]),
  );
});

test.each([
  ['a misspelt key', field('nom', { libele: 'Nom' })],
  ['a key that could be the line of a group', field('themes-1-nom')],
  ['a kind that does not exist', field('nom', { type: 'texte-riche' })],
  ['a text without an end', { ...field('nom'), max: undefined }],
  ['a field that does not say whether it is mandatory', { ...field('nom'), obligatoire: undefined }],
  ['a format that does not exist', field('nom', { format: 'iban' })],
  ['a group in a group', group('un', [group('deux', [field('nom')])])],
])('%s is refused', (_, wrong) => {
  expect(problems(wrong)).not.toEqual([]);
});

test.each([
  ['two fields of one key', [field('nom'), field('nom')], 'Deux champs auraient le même nom : « nom ».'],
  [
    'a field named as what goes with a commune',
    [{ cle: 'lieu', type: 'commune', libelle: 'Lieu', obligatoire: false }, field('lieu-code')],
    'Deux champs auraient le même nom : « lieu-code ».',
  ],
  [
    'a field that waits for one after it',
    [field('outil', { visible: { champ: 'distance', parmi: ['oui'] } }), yesNo('distance')],
    '« outil » dépend de « distance », qui n’est pas un champ écrit avant lui.',
  ],
  [
    'a field that waits for itself',
    [yesNo('distance', { obligatoire: { champ: 'distance', parmi: ['oui'] } })],
    '« distance » dépend de « distance », qui n’est pas un champ écrit avant lui.',
  ],
  [
    'an answer that is not proposed',
    [yesNo('distance'), field('outil', { visible: { non: { champ: 'distance', parmi: ['peut-être'] } } })],
    '« outil » attend « peut-être » de « distance », qui ne le propose pas.',
  ],
  [
    'a text that is counted',
    [field('nom'), field('outil', { visible: { champ: 'nom', auMoins: 2 } })],
    '« outil » compte « nom », qui n’est pas un nombre.',
  ],
  ['bounds the wrong way round', [field('nom', { min: 90 })], '« nom » : le minimum dépasse le maximum.'],
])('%s: said with the field', (_, champs, sentence) => {
  expect(problems(...champs)).toEqual([sentence]);
});

test('a field of a line may wait for one of its line, or for one before the group', () => {
  const line = [
    yesNo('patients', { visible: { champ: 'distance', parmi: ['non'] } }),
    field('accueil', { visible: { champ: 'patients', parmi: ['oui'] } }),
  ];
  expect(problems(yesNo('distance'), group('etapes', line))).toEqual([]);
  expect(problems(group('etapes', line), yesNo('distance'))).toEqual([
    '« patients » dépend de « distance », qui n’est pas un champ écrit avant lui.',
  ]);
});
