import { expect, test } from 'vitest';
import type { Answers } from '#domain/orientation/answers.ts';
import { possibleModels } from '#domain/orientation/possible-models.ts';
import { rules } from './verdicts.ts';

const on = (model: string, answers: Answers) => possibleModels(rules, answers).find(({ modele }) => modele === model)!;

test('before the first answer every model is possible, in the order of the models', () => {
  const all = possibleModels(rules, {});
  expect(all.map(({ modele }) => modele)).toEqual([
    'ESP_CLAP',
    'ESP_PROJET',
    'ESP_SIMPLE',
    'ASALEE',
    'MSP',
    'CDS',
    'CPTS',
    'ESS',
  ]);
  expect(new Set(all.map(({ etat }) => etat))).toEqual(new Set(['possible']));
});
test('an answer that excludes a model says so with its sentence', () => {
  expect(on('ESP_CLAP', { region: 'bretagne' })).toMatchObject({
    etat: 'exclu',
    pourquoi: [{ regle: 'X2', phrase: expect.stringContaining('Pays de la Loire') }],
  });
});
test('something missing leaves the model possible under condition', () => {
  expect(on('MSP', { role: 'mg', juridique: 'non' })).toMatchObject({
    etat: 'sous-condition',
    pourquoi: [{ regle: 'P7' }],
  });
});
test('who is in a model already sees it as such', () => {
  expect(on('CPTS', { role: 'mg', deja: ['cpts'] }).etat).toBe('en-place');
});
test('a model that no remaining answer can bring to 4 points is out of reach', () => {
  const answers = {
    role: 'mg',
    lieu: 'garder_cabinet',
    remu: 'individuelle',
    juridique: 'non',
    echelle: 'territoire',
    themes: [],
    temps: 'dix_heures',
    statut: 'liberal',
  };
  // −3 for the place, +1 as self-employed, −1 for the time: −3, and no question left gives points.
  expect(on('MSP', answers)).toMatchObject({ etat: 'hors-de-portee', score: -3, scoreMaximal: -3 });
});
test('the best score still possible adds the best answer of each open question, and every good theme', () => {
  // place 4, self-employed 1, team pay 3, company 3, structure 4, three themes 3, one year 1.
  expect(on('MSP', { role: 'mg' })).toMatchObject({ score: 0, scoreMaximal: 19 });
});
test('before the role is known, a line for nurses only may still count', () => {
  const salaried = { statut: 'salarie' };
  // scale 5, own place 1, individual pay 1, theme 2, and 2 for a nurse.
  expect(on('ASALEE', salaried).scoreMaximal).toBe(11);
  expect(on('ASALEE', { ...salaried, role: 'mg' }).scoreMaximal).toBe(9);
});
