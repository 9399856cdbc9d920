import { expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/orientation/answers.ts';
import { groupView, nameKey, readName } from '../../../src/domain/orientation/group.ts';
import { readOrientation } from '../../../src/server/orientation/read-rules.ts';

const rules = readOrientation(process.cwd());

/** Persona V01 of the examples: one general practitioner, a nurse and a pharmacist, in Pays de la Loire. */
const anne: Answers = {
  role: 'mg',
  mg: 1,
  autres: ['infirmier', 'pharmacien'],
  lieu: 'garder_cabinet',
  statut: 'liberal',
  remu: 'individuelle',
  juridique: 'non',
  echelle: 'patients_communs',
  themes: ['cas_complexes', 'domicile'],
  region: 'pays_de_la_loire',
  temps: 'dix_heures',
};
const group = (...all: [string, Answers][]) =>
  groupView(
    rules,
    all.map(([nom, reponses]) => ({ nom, reponses })),
  );
const agreementOn = (view: ReturnType<typeof groupView>, id: string) =>
  view.modeles.find(({ modele }) => modele === id)?.accord;

test('nobody has answered: no model leads, nobody differs, nothing is put to the vote', () => {
  expect(group()).toMatchObject({ tete: null, differences: [], aVoter: [] });
  expect(agreementOn(group(), 'ESP_CLAP')).toBe('personne');
});

test('one person alone leads the group where the wizard leads him: ESP CLAP, then the team without a written project', () => {
  const view = group(['Anne', anne]);
  expect(view.tete).toBe('ESP_CLAP');
  expect(view.modeles.slice(0, 3).map(({ modele, accord, total }) => [modele, accord, total])).toEqual([
    ['ESP_CLAP', 'tous', 18],
    ['ESP_SIMPLE', 'tous', 11],
    ['ESP_PROJET', 'conditions', 8],
  ]);
});

test('a nurse who agrees: ESP CLAP suits both, its scores 18 and 18 add up to 36', () => {
  const view = group(['Anne', anne], ['Paul', { ...anne, role: 'infirmier' }]);
  expect(view.modeles[0]).toMatchObject({ modele: 'ESP_CLAP', accord: 'tous', total: 36 });
  expect(view.differences).toEqual([]);
});

test('a condition for one is a condition for the group, and its sentence names who lacks what', () => {
  const view = group(['Anne', anne], ['Zoé', { ...anne, role: 'pharmacien', mg: 0 }]);
  const clap = view.modeles.find(({ modele }) => modele === 'ESP_CLAP');
  expect(clap?.accord).toBe('conditions');
  expect(clap?.membres).toEqual([
    { nom: 'Anne', liste: 'eligible', pourquoi: [] },
    {
      nom: 'Zoé',
      liste: 'conditionnel',
      pourquoi: [{ phrase: expect.stringMatching(/^Il manque un médecin généraliste/), sources: ['S0', 'S4'] }],
    },
  ]);
  expect(view.tete).toBe('ESP_CLAP');
});

test('a model that one participant is excluded from cannot lead, however many points the others give it', () => {
  const view = group(['Anne', anne], ['Léa', anne], ['Max', { ...anne, role: 'auxiliaire', deja: ['msp'] }]);
  expect(agreementOn(view, 'ESP_CLAP')).toBe('certains');
  expect(view.tete).toBeNull();
  expect(view.aVoter).toEqual(['ESP_CLAP', 'ESP_SIMPLE', 'ESP_PROJET']);
});

test('a model that a participant is already in suits him', () => {
  const view = group(['Anne', anne], ['Ève', { ...anne, role: 'sage_femme', deja: ['esp_clap'] }]);
  expect(view.modeles[0]).toMatchObject({ modele: 'ESP_CLAP', accord: 'tous' });
  expect(view.modeles[0]?.membres[1]).toEqual({ nom: 'Ève', liste: 'en-place', pourquoi: [] });
});

test('differences name who says what, leave out each one’s profession, and put the unanswered aside', () => {
  const { remu: _, ...silent } = anne;
  const view = group(
    ['Anne', anne],
    ['Paul', { ...anne, role: 'infirmier', remu: 'collective', autres: ['pharmacien', 'infirmier'] }],
    ['Zoé', { ...silent, role: 'pharmacien' }],
  );
  expect(view.differences.find(({ question }) => question === 'remu')?.reponses).toEqual([
    { reponse: 'individuelle', noms: ['Anne'] },
    { reponse: 'collective', noms: ['Paul'] },
    { reponse: null, noms: ['Zoé'] },
  ]);
  expect(view.differences.map(({ question }) => question)).not.toContain('role');
});

test('one answer and one silence are not a difference', () => {
  const { remu: _, ...silent } = anne;
  expect(group(['Anne', anne], ['Zoé', silent]).differences).toEqual([]);
});

test('every model is in the view of a group, once', () => {
  const view = group(['Anne', anne], ['Paul', { role: 'gestionnaire' }]);
  expect(view.modeles.map(({ modele }) => modele).sort()).toEqual([
    'ASALEE',
    'CDS',
    'CPTS',
    'ESP_CLAP',
    'ESP_PROJET',
    'ESP_SIMPLE',
    'ESS',
    'MSP',
  ]);
});

test.each([
  ['Zoé', 'Zoé'],
  ['  AM ', 'AM'],
  ['Jean-Luc', 'Jean-Luc'],
  ["N'Golo", 'N’Golo'],
  ['Abcdefghijklmnopqrst', 'Abcdefghijklmnopqrst'],
])('« %s » is a name of a group', (text, name) => {
  expect(readName(text)).toEqual({ ok: true, value: name });
});

test.each([
  ['', 'NOM_ABSENT'],
  ['   ', 'NOM_ABSENT'],
  ['Abcdefghijklmnopqrstu', 'NOM_TROP_LONG'],
  ['a@b.fr', 'NOM_ILLISIBLE'],
  ['0612345678', 'NOM_ILLISIBLE'],
  ['Anne Martin', 'NOM_ILLISIBLE'],
  ['<b>', 'NOM_ILLISIBLE'],
  ['-', 'NOM_ILLISIBLE'],
  ['Anne-', 'NOM_ILLISIBLE'],
])('« %s » is not: %s', (text, refusal) => {
  expect(readName(text)).toEqual({ ok: false, refusal });
});

test('Zoé and ZOE are one person, Zoé and Zora are two', () => {
  expect(nameKey('Zoé')).toBe(nameKey('ZOE'));
  expect(nameKey('Zoé')).not.toBe(nameKey('Zora'));
});
