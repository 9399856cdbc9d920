import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkValues, onlyShown } from '#domain/form/check-form.ts';
import { holds } from '#domain/form/conditions.ts';
import { dayOfBound } from '#domain/form/day-bound.ts';
import { differences } from '#domain/form/difference.ts';
import { isOnlyMissing } from '#domain/form/field-refusal.ts';
import { formSchema } from '#domain/form/form.schema.ts';
import { emptyValues, keptValuesSchema } from '#domain/form/values.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

const form = formSchema.parse(JSON.parse(readFileSync('data/formulaires/exemple.json', 'utf8')));
const facts = {
  today: '2026-11-27',
  communes: readTerritory('.'),
  people: [
    { id: 'm1', nom: 'Ada Roux' },
    { id: 'm2', nom: 'Béa Morel' },
  ],
};
const kept = {
  ...emptyValues(form),
  intitule: 'Suivre les plaies',
  besoin: 'Des plaies suivies par trois personnes.',
  theme: 'plaies',
  publics: ['ages'],
  rencontres: 4,
  debut: '2027-01-15',
  lieu: '53107',
  participants: ['m1', 'm2'],
  'a-distance': false,
  etapes: [{ nom: 'Se réunir', jour: null, ou: null, patients: false, accueil: null }],
  courriel: 'ada@exemple.fr',
  priorite: 1,
  accord: true,
};

test('answers that are kept are read back the same; what the form gained is empty, what it lost is left out', () => {
  const schema = keptValuesSchema(form);
  expect(schema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  const { publics: _, ...older } = kept;
  expect(schema.parse({ ...older, ancien: 'x' })).toEqual({ ...kept, publics: [] });
});

test.each([
  ['intitule', 3],
  ['rencontres', '4'],
  ['accord', 'oui'],
  ['publics', 'ages'],
  ['etapes', [{ nom: 1 }]],
  ['etapes', {}],
])('%s kept as %o is a fault, and not an answer', (key, value) => {
  expect(keptValuesSchema(form).safeParse({ ...kept, [key]: value }).success).toBe(false);
});

test('answers are checked again as they are kept: what left the lists since is said', () => {
  expect(checkValues(form, kept, facts)).toEqual([]);
  const wrong = { ...kept, theme: 'sommeil', participants: ['m1', 'm7'], lieu: '99999', intitule: null };
  expect(checkValues(form, wrong, facts).map(({ nom, refusal }) => [nom, refusal.code])).toEqual([
    ['intitule', 'VIDE'],
    ['theme', 'HORS_LISTE'],
    ['lieu', 'COMMUNE_INCONNUE'],
    ['participants', 'PERSONNE_INCONNUE'],
  ]);
});

test('a draft lacks what is empty, too short or too few, and is wrong in the rest', () => {
  const draft = { ...kept, intitule: null, besoin: 'Court.', participants: ['m1'], rencontres: 13 };
  const refusals = checkValues(form, draft, facts);
  expect(refusals.map(({ nom, refusal }) => [nom, isOnlyMissing(refusal)])).toEqual([
    ['intitule', true],
    ['besoin', true],
    ['rencontres', false],
    ['budget', true],
    ['participants', true],
  ]);
});

test('what is not shown is not checked, and is emptied', () => {
  const values = { ...kept, outil: 'é'.repeat(500), 'a-distance': false };
  expect(checkValues(form, values, facts)).toEqual([]);
  expect(onlyShown(form, values)).toEqual(kept);
  const line = { nom: 'Se réunir', jour: null, ou: null, patients: false, accueil: 'Reste' };
  expect(onlyShown(form, { ...kept, etapes: [line] })).toEqual(kept);
});

test.each([
  [{ champ: 'theme', parmi: ['plaies', 'chutes'] }, true],
  [{ champ: 'theme', parmi: ['chutes'] }, false],
  [{ champ: 'publics', parmi: ['ages'] }, true],
  [{ champ: 'a-distance', parmi: ['non'] }, true],
  [{ champ: 'accord', parmi: ['oui'] }, true],
  [{ champ: 'rencontres', auMoins: 4 }, true],
  [{ champ: 'rencontres', auMoins: 5 }, false],
  [{ champ: 'participants', auMoins: 2 }, true],
  [{ champ: 'etapes', auMoins: 2 }, false],
  [{ champ: 'frequence', parmi: ['mois'] }, false],
  [{ non: { champ: 'frequence', parmi: ['mois'] } }, true],
  [{ champ: 'budget', auMoins: 1 }, false],
  [{ champ: 'toString', parmi: ['oui'] }, false],
  [
    {
      tous: [
        { champ: 'theme', parmi: ['plaies'] },
        { champ: 'rencontres', auMoins: 5 },
      ],
    },
    false,
  ],
  [
    {
      un: [
        { champ: 'theme', parmi: ['plaies'] },
        { champ: 'rencontres', auMoins: 5 },
      ],
    },
    true,
  ],
])('%o holds: %s', (condition, expected) => {
  expect(holds(condition, kept)).toBe(expected);
});

test('two versions differ by the fields that changed, in the order of the form', () => {
  const line = { nom: 'Se réunir', jour: null, ou: null, patients: false, accueil: null };
  const later = {
    ...kept,
    rencontres: 5,
    intitule: 'Suivre les plaies ensemble',
    participants: ['m2', 'm1'],
    etapes: [line, { ...line, nom: 'Faire le point' }],
  };
  expect(differences(form, kept, later).map(({ champ, avant, apres }) => [champ.cle, avant, apres])).toEqual([
    ['intitule', 'Suivre les plaies', 'Suivre les plaies ensemble'],
    ['rencontres', 4, 5],
    ['etapes', [line], [line, { ...line, nom: 'Faire le point' }]],
  ]);
  expect(differences(form, kept, { ...kept, etapes: [{ ...line, patients: true }] })).toHaveLength(1);
  expect(differences(form, kept, JSON.parse(JSON.stringify(kept)))).toEqual([]);
});

test.each([
  ['2020-01-01', '2020-01-01'],
  [{ ans: 0 }, '2028-02-29'],
  [{ ans: 1 }, '2029-03-01'],
  [{ ans: -4 }, '2024-02-29'],
])('on 29 February 2028, %o is %s', (bound, day) => {
  expect(dayOfBound(bound, '2028-02-29')).toBe(day);
});
