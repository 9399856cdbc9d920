import { expect, test } from 'vitest';
import { evaluate } from '#domain/orientation/evaluate.ts';
import { recommend, rules, verdictOn } from './verdicts.ts';

const names = (list: readonly { modele: string }[]) => list.map(({ modele }) => modele);

test('a patient or a carer is sent to the DAC, and gets nothing else', () => {
  expect(evaluate(rules, { role: 'patient_aidant', mg: 2, themes: ['domicile'] })).toEqual({ redirection: 'DAC' });
});

test('with 4 points a model is eligible, with 3 it is another option', () => {
  expect(verdictOn('MSP', { role: 'mg', lieu: 'meme_lieu' })).toBe('éligible 4');
  expect(verdictOn('MSP', { role: 'mg', remu: 'collective' })).toBe('autre piste 3');
});
test('with 4 points and something missing it is conditional, with 3 another option, missing parts shown', () => {
  expect(verdictOn('MSP', { role: 'mg', lieu: 'meme_lieu', juridique: 'non' })).toBe('conditionnel 4 P7');
  expect(verdictOn('MSP', { role: 'mg', remu: 'collective', juridique: 'non' })).toBe('autre piste 3 P7');
});
test('a model already held is neither scored nor missing anything', () => {
  expect(verdictOn('MSP', { role: 'mg', mg: 0, autres: [], deja: ['msp'] })).toBe('en place');
});

test('with no answer but the role, every model has its verdict and none leads', () => {
  const result = recommend({ role: 'mg' });
  expect(result).toMatchObject({
    tete: null,
    statutTete: null,
    eligibles: [],
    conditionnels: [],
    exclus: [],
    dejaEnPlace: [],
  });
  expect(names(result.autresPistes)).toEqual([
    'ESP_CLAP',
    'ESP_PROJET',
    'ESP_SIMPLE',
    'ASALEE',
    'MSP',
    'CDS',
    'CPTS',
    'ESS',
  ]);
});

test('equal scores follow the order of the models: ESP with project before MSP', () => {
  const result = recommend({
    role: 'mg',
    mg: 2,
    autres: ['infirmier'],
    echelle: 'patients_communs',
    statut: 'liberal',
    themes: ['prevention'],
    region: 'bretagne',
  });
  expect(result.eligibles.map(({ modele, score }) => `${modele} ${score}`)).toEqual(['ESP_PROJET 5', 'MSP 5']);
  expect(result.tete).toBe('ESP_PROJET');
});
test('between equal scores, being conditional or eligible decides nothing: the order of the models does', () => {
  const answers = {
    role: 'mg',
    mg: 0,
    autres: ['infirmier'],
    region: 'bretagne',
    echelle: 'patients_communs',
    themes: ['soins_non_programmes', 'ville_hopital'],
  };
  const result = recommend(answers);
  expect(names(result.eligibles)).toEqual(['CPTS']);
  expect(result.conditionnels.map(({ modele, score }) => `${modele} ${score}`)).toEqual(['ESP_PROJET 4', 'MSP 4']);
  expect(result.eligibles[0]!.score).toBe(4);
  expect(result).toMatchObject({ tete: 'ESP_PROJET', statutTete: 'conditionnel' });
});
test('the best score leads, conditional or not', () => {
  expect(recommend({ role: 'mg', lieu: 'meme_lieu', mg: 1, remu: 'collective', echelle: 'territoire' })).toMatchObject({
    tete: 'MSP',
    statutTete: 'conditionnel',
    eligibles: [{ modele: 'CPTS', score: 7 }],
  });
});
test('other options come best first, those at zero and below last', () => {
  const { autresPistes } = recommend({ role: 'mg', lieu: 'garder_cabinet' });
  const scores = autresPistes.map(({ score }) => score);
  expect(scores).toEqual([3, 3, 3, 2, 2, 1, -3, -4]);
  expect(names(autresPistes).slice(-2)).toEqual(['MSP', 'CDS']);
});
test('excluded models are sorted by score too', () => {
  const { exclus } = recommend({
    role: 'gestionnaire',
    region: 'pays_de_la_loire',
    lieu: 'garder_cabinet',
    statut: 'liberal',
  });
  expect(names(exclus)).toEqual(['ESP_CLAP', 'ESP_SIMPLE', 'ESP_PROJET', 'ESS', 'ASALEE', 'CDS', 'MSP']);
});

test('the answer carries the version of the rules', () => {
  expect(recommend({ role: 'mg' }).version).toBe('2026-11-22.1');
});
test('the same answers give the same result, and are not changed', () => {
  const answers = Object.freeze({ role: 'infirmier', mg: 1, autres: Object.freeze(['pharmacien']), lieu: 'meme_lieu' });
  expect(evaluate(rules, answers)).toEqual(evaluate(rules, answers));
  expect(answers.autres).toEqual(['pharmacien']);
});
