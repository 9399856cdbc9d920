import { expect, test } from 'vitest';
import type { Answers } from '#domain/orientation/answers.ts';
import { recommend } from './verdicts.ts';

/** The questions that could still put a model out or leave something missing. */
function openFor(model: string, answers: Answers): readonly string[] {
  const { eligibles, conditionnels, autresPistes, dejaEnPlace } = recommend(answers);
  return [...eligibles, ...conditionnels, ...autresPistes, ...dejaEnPlace].find(({ modele }) => modele === model)!
    .aPreciser;
}

test('with only « GP » answered, each model names its own questions', () => {
  const answers = { role: 'mg' };
  expect(openFor('ESP_CLAP', answers)).toEqual(['mg', 'autres', 'deja', 'region']);
  expect(openFor('ESP_PROJET', answers)).toEqual(['mg', 'autres', 'juridique', 'deja', 'region']);
  expect(openFor('ESP_SIMPLE', answers)).toEqual(['mg', 'autres', 'deja']);
  expect(openFor('ASALEE', answers)).toEqual(['mg', 'autres']);
  expect(openFor('MSP', answers)).toEqual(['mg', 'autres', 'statut', 'juridique', 'region']);
  expect(openFor('CDS', answers)).toEqual(['mg', 'statut', 'region']);
  expect(openFor('CPTS', answers)).toEqual([]);
  expect(openFor('ESS', answers)).toEqual(['autres', 'echelle']);
});
test('a nurse who answers settles what her own profession settles', () => {
  expect(openFor('ASALEE', { role: 'infirmier' })).toEqual(['mg']);
  expect(openFor('ESP_SIMPLE', { role: 'infirmier' })).toEqual(['mg', 'deja']);
  expect(openFor('ESS', { role: 'specialiste' })).toEqual(['echelle']);
});
test('two GPs leave the region open for an MSP, three close the question', () => {
  expect(openFor('MSP', { role: 'infirmier', mg: 2, statut: 'liberal', juridique: 'societe' })).toEqual(['region']);
  expect(openFor('MSP', { role: 'infirmier', mg: 3, statut: 'liberal', juridique: 'societe' })).toEqual([]);
});
test('what is missing already opens no question: one GP is too few in every region', () => {
  expect(openFor('MSP', { role: 'infirmier', mg: 1, statut: 'liberal', juridique: 'societe' })).toEqual([]);
});
test('an empty list is an answer: « already in none of these » closes the question', () => {
  expect(openFor('ESP_SIMPLE', { role: 'infirmier', mg: 1, deja: [] })).toEqual([]);
});
test('who is in an ESP CLAP without having said in which region may still be out', () => {
  expect(openFor('ESP_CLAP', { role: 'infirmier', mg: 1, deja: ['esp_clap'] })).toEqual(['region']);
});
test('questions that only give points are not named', () => {
  for (const model of ['ESP_CLAP', 'MSP', 'CDS', 'ESS']) {
    for (const question of ['lieu', 'remu', 'themes', 'temps'])
      expect(openFor(model, { role: 'mg' })).not.toContain(question);
  }
});
