import { expect, test } from 'vitest';
import { readRules } from '#domain/orientation/rules.ts';
import type { DataFileError } from '#domain/shared/data-file.ts';
import { dataFileWords } from '../../../src/messages/site/data-faults.ts';
import { changeFor, recommend, rules, verdictOn } from './verdicts.ts';

const proof = { sources: ['S1'], date: '2026-11-22' };
const { data } = rules;

/** A team on a boat: a model that does not exist, in files only. */
const withBoat = readRules({
  ...data,
  general: {
    ...data.general,
    modeles: [
      ...data.general.modeles,
      { id: 'BATEAU', sigle: 'BATEAU', nom: 'Équipe de soins embarquée', fiche: 'bateau' },
    ],
    dejaVers: [
      ...data.general.dejaVers,
      { question: 'deja', option: 'bateau', modele: 'BATEAU', phrase: 'Vous êtes déjà à bord.' },
    ],
  },
  questions: data.questions.map((question) =>
    question.id === 'deja'
      ? { ...question, options: [...question.options, { slug: 'bateau', libelle: 'une équipe embarquée' }] }
      : question,
  ),
  exclusions: [
    ...data.exclusions,
    {
      regle: 'X12',
      modeles: ['BATEAU'],
      si: { question: 'lieu', parmi: ['garder_cabinet'] },
      phrase: 'Un bateau ne laisse pas chacun chez soi.',
      ...proof,
    },
  ],
  prerequis: [
    ...data.prerequis,
    {
      regle: 'P13',
      modeles: ['BATEAU'],
      si: { compte: ['autres'], inferieurA: 2 },
      phrase: 'Il faut deux autres professions à bord.',
      quoiFaire: 'Embarquez une autre profession.',
      ...proof,
    },
  ],
  points: [
    ...data.points,
    {
      question: 'region',
      options: ['corse'],
      modele: 'BATEAU',
      points: 2,
      phrase: 'La Corse est une île, entourée d’eau.',
      ...proof,
    },
    {
      question: 'mg',
      options: ['3', '4'],
      modele: 'BATEAU',
      points: 2,
      phrase: 'Trois généralistes se relaient au quart.',
      ...proof,
    },
  ],
});

const change = (answers: Parameters<typeof recommend>[0]) => {
  const { conditionnels, autresPistes, exclus } = recommend(answers, withBoat);
  return [...conditionnels, ...autresPistes, ...exclus]
    .find(({ modele }) => modele === 'BATEAU')!
    .bascule!.map(({ question, vers }) => `${question}→${vers}`);
};

test('a model added by files alone gets verdicts, reasons and missing parts', () => {
  const crew = { role: 'mg', mg: 3, autres: ['infirmier', 'dentiste'], region: 'corse' };
  expect(verdictOn('BATEAU', crew, withBoat)).toBe('éligible 4');
  expect(verdictOn('BATEAU', { ...crew, autres: ['infirmier'] }, withBoat)).toBe('conditionnel 4 P13');
  expect(verdictOn('BATEAU', { ...crew, lieu: 'garder_cabinet' }, withBoat)).toBe('exclu X12');
  expect(verdictOn('BATEAU', { ...crew, deja: ['bateau'] }, withBoat)).toBe('en place');
  expect(recommend(crew, withBoat).tete).toBe('BATEAU');
});
test('its smallest change is found: two GPs for the points, a profession, another place', () => {
  expect(change({ role: 'mg', mg: 1, autres: ['infirmier'], lieu: 'garder_cabinet', region: 'corse' })).toEqual([
    'mg→3',
    'autres→infirmier,auxiliaire',
    'lieu→meme_lieu',
  ]);
  expect(change({ role: 'mg', region: 'corse' })).toEqual(['mg→3']);
});
test('the eight others keep their verdicts', () => {
  const answers = { role: 'mg', mg: 1, autres: ['infirmier'], echelle: 'patients_communs', region: 'bretagne' };
  const without = recommend(answers);
  const { eligibles, conditionnels } = recommend(answers, withBoat);
  expect({ eligibles, conditionnels }).toEqual({ eligibles: without.eligibles, conditionnels: without.conditionnels });
});

test('a region joins the ESP CLAP by one line of a set', () => {
  const inBrittany = { role: 'infirmier', mg: 1, region: 'bretagne', echelle: 'patients_communs' };
  const extended = readRules({
    ...data,
    general: {
      ...data.general,
      ensembles: data.general.ensembles.map((set) =>
        set.id === 'regions-esp-clap' ? { ...set, options: [...set.options, 'bretagne'] } : set,
      ),
    },
  });
  expect(verdictOn('ESP_CLAP', inBrittany)).toBe('exclu X2');
  expect(verdictOn('ESP_CLAP', inBrittany, extended)).toBe('éligible 4');
});
test('a region that does not exist yet is an option more', () => {
  const extended = readRules({
    ...data,
    questions: data.questions.map((question) =>
      question.id === 'region'
        ? { ...question, options: [...question.options, { slug: 'atlantide', libelle: 'Atlantide' }] }
        : question,
    ),
  });
  expect(verdictOn('ESP_CLAP', { role: 'mg', region: 'atlantide' }, extended)).toBe('exclu X2');
});

test.each([
  [
    'an unknown model',
    {
      points: [
        ...data.points,
        {
          question: 'lieu',
          options: ['meme_lieu'],
          modele: 'TRAIN',
          points: 1,
          phrase: 'Un train va quelque part.',
          ...proof,
        },
      ],
    },
    /TRAIN/,
  ],
  [
    'an unknown question',
    {
      notes: [
        { regle: 'N9', si: { question: 'humeur', parmi: ['gaie'] }, phrase: 'Une question qui manque.', ...proof },
      ],
    },
    /humeur/,
  ],
  [
    'an unknown option',
    {
      notes: [
        { regle: 'N9', si: { question: 'lieu', parmi: ['la_lune'] }, phrase: 'Une réponse qui manque.', ...proof },
      ],
    },
    /la_lune/,
  ],
  [
    'an unknown set',
    { notes: [{ regle: 'N9', si: { question: 'region', dans: 'iles' }, phrase: 'Un ensemble qui manque.', ...proof }] },
    /iles/,
  ],
  [
    'a misspelt key',
    {
      notes: [
        {
          regle: 'N9',
          si: { question: 'lieu', parmi: ['meme_lieu'] },
          phrase: 'Une clé mal écrite.',
          source: ['S1'],
          date: '2026-11-22',
        },
      ],
    },
    /source/,
  ],
  [
    'a day that does not exist',
    {
      notes: [
        {
          regle: 'N9',
          si: { question: 'lieu', parmi: ['meme_lieu'] },
          phrase: 'Un jour qui manque.',
          sources: ['S1'],
          date: '2026-02-30',
        },
      ],
    },
    /2026|date/,
  ],
  [
    'an exclusion that reads the result',
    { exclusions: [{ regle: 'X1', modeles: ['MSP'], si: { tete: ['CPTS'] }, phrase: 'Une règle en rond.', ...proof }] },
    /résultat/,
  ],
  [
    'points that hang on a question which changes',
    {
      points: [
        {
          question: 'lieu',
          options: ['meme_lieu'],
          modele: 'MSP',
          points: 1,
          si: { question: 'statut', parmi: ['liberal'] },
          phrase: 'Deux questions à la fois.',
          ...proof,
        },
      ],
    },
    /bascule/,
  ],
])('rules with %s do not start', (_, wrong, fault) => {
  const why = () => {
    try {
      readRules({ ...data, ...wrong });
      return 'they start';
    } catch (error) {
      return dataFileWords(error as DataFileError);
    }
  };
  expect(why()).toMatch(fault);
});

test('the rules in force are not touched by all this', () => {
  expect(changeFor('CPTS', { role: 'mg' })).toBe('echelle ?→territoire');
});
