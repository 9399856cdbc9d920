import { expect, test } from 'vitest';
import { formView, typedOf } from '../../src/doors/form-view.ts';
import { readForm } from '../../src/doors/read-form.ts';
import { exampleForm, facts, typedWith } from './example-form.ts';

const asReferent = { roles: ['referent'], kept: {} };
const answers = readForm(exampleForm, typedWith({ priorite: '2' }), facts, asReferent).values;

test('what is kept is given back as fields that read the same again', () => {
  const typed = typedOf(exampleForm, answers, facts.communes);
  expect(Object.fromEntries(typed)).toMatchObject({
    budget: '1250,5',
    lieu: 'Gorron',
    'lieu-lu': 'Gorron',
    'lieu-code': '53107',
    'a-distance': 'oui',
    'etapes-lignes': '2',
    'etapes-2-nom': 'Faire le point',
    'etapes-2-patients': 'oui',
  });
  expect(typed.getAll('publics')).toEqual(['ages', 'proches']);
  expect(readForm(exampleForm, typed, facts, asReferent).values).toEqual({ ...answers, code: null });
});

test('a secret is never given back from what is kept', () => {
  expect([...typedOf(exampleForm, answers, facts.communes).values()]).not.toContain(' 12 34 ');
});

test('a commune that is no more is given back by its code', () => {
  expect(typedOf(exampleForm, { lieu: '99999' }, facts.communes).get('lieu')).toBe('99999');
});

test('a form that came back holds what was typed, wrong or not, and the communes to choose among', () => {
  const typed = typedWith({
    intitule: 'a'.repeat(100_000),
    lieu: 'Saint-Denis',
    'etapes-3-ou': 'Saint-Denis',
    'etapes-2-ou': 'Xyzzyx',
  });
  const view = formView(exampleForm, { geste: 'envoyer', typed, errors: {} }, { facts, kept: answers });
  expect(view.typed.get('intitule')).toHaveLength(100_000);
  expect(Object.keys(view.places)).toEqual(['lieu', 'etapes-3-ou']);
  expect(view.places.lieu?.map(({ code }) => code)).toContain('93066');
});

test('the list stays while one of its places is chosen, and goes when the text changes', () => {
  const placesOf = (changes: Parameters<typeof typedWith>[0]) =>
    Object.keys(formView(exampleForm, { geste: 'envoyer', typed: typedWith(changes), errors: {} }, { facts }).places);
  expect(placesOf({ lieu: 'Saint-Denis', 'lieu-choix': '93066' })).toEqual(['lieu']);
  expect(placesOf({ lieu: 'Gorron', 'lieu-choix': '93066' })).toEqual([]);
});

test('what another form of the page sent is not of this one', () => {
  const sent = { geste: 'autre', typed: typedWith({ intitule: 'Autre' }), errors: { intitule: 'Trop court.' } };
  const viewOf = (gestes: readonly string[]) => formView(exampleForm, sent, { facts, kept: answers, gestes });
  expect(viewOf(['envoyer'])).toMatchObject({ errors: {}, places: {} });
  expect(viewOf(['envoyer']).typed.get('intitule')).toBe('Suivre les plaies');
  expect(viewOf(['envoyer', 'autre']).typed.get('intitule')).toBe('Autre');
  expect(viewOf(['envoyer', 'autre']).errors).toEqual({ intitule: 'Trop court.' });
});

test('a first visit shows what is kept', () => {
  const nothing = { geste: null, typed: new URLSearchParams(), errors: {} };
  expect(formView(exampleForm, nothing, { facts, kept: answers }).typed.get('intitule')).toBe('Suivre les plaies');
  expect([...formView(exampleForm, nothing, { facts }).typed]).toEqual([['etapes-lignes', '0']]);
});
