import { expect, test } from 'vitest';
import { answerPlace } from '#domain/dossier/answer-place.ts';
import { draftValues } from '#domain/dossier/draft.ts';
import { draftWith, form } from './whole-project.ts';

test('a place is a field, or a field in a line of a group; nothing else is one', () => {
  expect(answerPlace(form, 'adresse')).toMatchObject({ champ: { cle: 'adresse' }, ligne: null });
  expect(answerPlace(form, 'thematiques/t1/besoin')).toMatchObject({
    champ: { cle: 'besoin' },
    ligne: { groupe: { cle: 'thematiques' }, id: 't1' },
  });
  for (const path of [
    '',
    'inconnu',
    'thematiques',
    'thematiques/t1',
    'thematiques/t1/inconnu',
    'thematiques/../besoin',
    'thematiques/t1/besoin/x',
    'adresse/t1/besoin',
    'toString',
  ])
    expect(answerPlace(form, path)).toBeNull();
});

test('lines stand in the order of their rank; one that was taken away is not there, with all it held', () => {
  const rows = draftWith(
    { champ: 'thematiques/t0', valeur: 3 },
    { champ: 'thematiques/t0/intitule', valeur: 'Plaies' },
    { champ: 'thematiques/t2', valeur: 2 },
    { champ: 'thematiques/t2/intitule', valeur: 'Sommeil' },
    { champ: 'thematiques/t3', valeur: null },
    { champ: 'thematiques/t3/intitule', valeur: 'Retirée' },
  );
  const titles = (draftValues(form, rows).thematiques as { intitule: string }[]).map(({ intitule }) => intitule);
  expect(titles).toEqual(['Chutes à domicile', 'Sommeil', 'Plaies']);
});

test('what is not of the kind of its field is no answer, and an empty draft has every field', () => {
  const values = draftValues(form, [
    { champ: 'nombre-pps', valeur: 'dix' },
    { champ: 'adresse', valeur: ['a'] },
    { champ: 'nombre-staff', valeur: 0 },
  ]);
  expect(values).toMatchObject({ 'nombre-pps': null, adresse: null, 'nombre-staff': 0, thematiques: [] });
});
