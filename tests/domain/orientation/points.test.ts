import { expect, test } from 'vitest';
import type { Answers } from '#domain/orientation/answers.ts';
import { recommend } from './verdicts.ts';

const order = ['ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE', 'ASALEE', 'MSP', 'CDS', 'CPTS', 'ESS'];

/** The points of every model that is not excluded, as « MSP 4, CDS 4 »; zero is left out. */
function pointsOf(answers: Answers): string {
  const { eligibles, conditionnels, autresPistes } = recommend(answers);
  const all = [...eligibles, ...conditionnels, ...autresPistes].filter(({ score }) => score !== 0);
  all.sort((one, other) => order.indexOf(one.modele) - order.indexOf(other.modele));
  return all.map(({ modele, score }) => `${modele} ${score}`).join(', ');
}

/** A GP with a specialist in the team: no exclusion hides a score, and the role itself gives no points. */
const gp = { role: 'mg', autres: ['specialiste'] };

test.each([
  ['echelle', 'patients_communs', 'ESP_CLAP 4, ESP_PROJET 4, ESP_SIMPLE 3, MSP 3'],
  ['echelle', 'suivi_medecin_infirmier', 'ESP_CLAP 2, ESP_PROJET 2, ASALEE 5'],
  ['echelle', 'structure', 'MSP 4, CDS 4'],
  ['echelle', 'territoire', 'CPTS 5'],
  ['echelle', 'departement_specialite', 'CPTS 1, ESS 5'],
  ['lieu', 'garder_cabinet', 'ESP_CLAP 3, ESP_PROJET 3, ESP_SIMPLE 3, ASALEE 1, MSP -3, CDS -4, CPTS 2, ESS 2'],
  ['lieu', 'meme_lieu', 'ESP_CLAP -1, ESP_PROJET -1, ESP_SIMPLE -1, MSP 4, CDS 3'],
  ['lieu', 'indifferent', ''],
  ['statut', 'liberal', 'ESP_CLAP 1, ESP_PROJET 1, MSP 1'],
  ['statut', 'salarie', 'ESP_CLAP -2, ESP_PROJET -2, CDS 5'],
  ['statut', 'indifferent', ''],
  ['remu', 'individuelle', 'ESP_CLAP 3, ASALEE 1'],
  ['remu', 'collective', 'MSP 3, CDS 2, CPTS 2'],
  ['remu', 'aucune', 'ESP_SIMPLE 3'],
  ['remu', 'indifferent', ''],
  ['juridique', 'non', 'ESP_CLAP 3, ESP_SIMPLE 3, CDS -2'],
  ['juridique', 'association', 'ESP_CLAP 1, ESP_PROJET 2, CPTS 1, ESS 1'],
  ['juridique', 'societe', 'MSP 3'],
  ['juridique', 'indifferent', ''],
  ['temps', 'dix_heures', 'ESP_CLAP 1, ESP_SIMPLE 2, MSP -1, CDS -1, CPTS -1, ESS -1'],
  ['temps', 'quelques_mois', ''],
  ['temps', 'un_an', 'MSP 1, CDS 1, CPTS 1, ESS 1'],
  ['region', 'pays_de_la_loire', 'ESP_CLAP 1, ESP_PROJET -2'],
  ['region', 'grand_est', 'ESP_PROJET 2'],
  ['region', 'centre_val_de_loire', ''],
])('« %s: %s » gives %s', (question, option, points) => {
  expect(pointsOf({ ...gp, [question]: option })).toBe(points);
});

test.each([
  ['chroniques_etp', 'ESP_CLAP 1, ASALEE 2, MSP 1'],
  ['cas_complexes', 'ESP_CLAP 1, ESP_PROJET 1'],
  ['domicile', 'ESP_CLAP 1, ESP_PROJET 1'],
  ['sortie_hopital', 'ESP_CLAP 1, CPTS 1'],
  ['soins_non_programmes', 'MSP 1, CPTS 2'],
  ['prevention', 'MSP 1, CDS 1, CPTS 1'],
  ['avis_specialiste', 'ESS 2'],
  ['ville_hopital', 'CPTS 2, ESS 1'],
  ['acces_social', 'CDS 2'],
])('the theme « %s » gives %s', (theme, points) => expect(pointsOf({ ...gp, themes: [theme] })).toBe(points));

test.each([
  ['specialiste', 'CPTS 1, ESS 3'],
  ['social_medicosocial', 'CPTS 4'],
  ['etablissement', 'CPTS 4'],
  ['gestionnaire', 'CDS 4'],
  ['mg', ''],
  ['infirmier', ''],
  ['dentiste', ''],
])('being « %s » gives %s', (role, points) => expect(pointsOf({ role })).toBe(points));

test('a nurse who wants a salary finds ASALEE, another profession does not', () => {
  expect(pointsOf({ role: 'infirmier', statut: 'salarie' })).toContain('ASALEE 2');
  expect(pointsOf({ role: 'mg', statut: 'salarie' })).not.toContain('ASALEE');
});

test('two themes give the points of both', () => {
  expect(pointsOf({ ...gp, themes: ['soins_non_programmes', 'ville_hopital'] })).toBe('MSP 1, CPTS 4, ESS 1');
});

test('every point comes with its question, its sentence and its source, those against too', () => {
  const { autresPistes } = recommend({ ...gp, lieu: 'garder_cabinet', echelle: 'patients_communs' });
  const msp = autresPistes.find(({ modele }) => modele === 'MSP')!;
  expect(msp.raisons.map(({ question, points, source }) => `${question} ${points} ${source}`)).toEqual([
    'lieu -3 S3',
    'echelle 3 S4',
  ]);
  expect(msp.raisons.every(({ phrase }) => phrase.length > 20)).toBe(true);
});
