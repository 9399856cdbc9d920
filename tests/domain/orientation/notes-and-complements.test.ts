import { expect, test } from 'vitest';
import { notesOf, recommend, verdictOn } from './verdicts.ts';

const inPdl = { role: 'infirmier', region: 'pays_de_la_loire' };
const elsewhere = { role: 'infirmier', region: 'bretagne' };

test.each(['prevention', 'chroniques_etp'])('N1: « %s » in an ESP CLAP takes an association', (theme) => {
  expect(notesOf({ ...inPdl, themes: [theme] })).toEqual(['N1']);
});
test('N2: who wants a salary takes part in an ESP CLAP without indemnity', () => {
  expect(notesOf({ ...inPdl, statut: 'salarie', deja: [] })).toEqual(['N2']);
});
test('N2: not from a single-profession centre, and not as long as « already in » is unanswered', () => {
  expect(notesOf({ ...inPdl, statut: 'salarie', deja: ['cds_mono'] })).toEqual(['N3']);
  expect(notesOf({ ...inPdl, statut: 'salarie' })).toEqual([]);
});
test('N3: two of a single-profession centre are paid for each action', () => {
  expect(notesOf({ ...inPdl, deja: ['cds_mono'] })).toEqual(['N3']);
});
test('N4: one may be in several ESP CLAP, and N4 holds for who is in one', () => {
  expect(notesOf({ ...inPdl, deja: ['esp_clap'] })).toEqual(['N4']);
});
test('N5: ASALEE comes with a warning when eligible, conditional or already held, and only then', () => {
  const asalee = { role: 'infirmier', echelle: 'suivi_medecin_infirmier' };
  expect(notesOf({ ...asalee, mg: 1 })).toEqual(['N5']);
  expect(notesOf({ ...asalee, mg: 0 })).toEqual(['N5']);
  expect(notesOf({ role: 'infirmier', deja: ['asalee'] })).toEqual(['N5']);
  expect(notesOf({ role: 'infirmier', mg: 1 })).toEqual([]);
});
test('N6: two GPs and no other profession will not do pluriprofessional actions; a specialist does not help', () => {
  const gp = { role: 'mg', region: 'pays_de_la_loire' };
  expect(notesOf({ ...gp, mg: 2, autres: ['specialiste'] })).toEqual(['N6']);
  expect(notesOf({ ...gp, mg: 4, autres: [] })).toEqual(['N6']);
  expect(notesOf({ ...gp, mg: 1, autres: [] })).toEqual([]);
  expect(notesOf({ ...gp, mg: 2, autres: ['dentiste'] })).toEqual([]);
  expect(notesOf({ ...gp, mg: 2 })).toEqual([]);
});
test('N1 to N4 and N6 are about the ESP CLAP: where it is excluded they are silent', () => {
  expect(notesOf({ ...elsewhere, themes: ['prevention'], statut: 'salarie', deja: ['cds_mono', 'esp_clap'] })).toEqual(
    [],
  );
  expect(notesOf({ role: 'mg', mg: 3, autres: [], region: 'bretagne' })).toEqual([]);
});
test('a note carries its sentence and its source', () => {
  expect(recommend({ ...inPdl, deja: ['cds_mono'] }).notes).toEqual([
    expect.objectContaining({ regle: 'N3', source: 'S0', phrase: expect.stringContaining('deux') }),
  ]);
});

const leads = {
  ESP_CLAP: { role: 'infirmier', region: 'pays_de_la_loire', remu: 'individuelle', juridique: 'non' },
  ESP_PROJET: { role: 'infirmier', region: 'grand_est', lieu: 'garder_cabinet', juridique: 'association' },
  ESP_SIMPLE: { role: 'infirmier', remu: 'aucune', juridique: 'non', temps: 'dix_heures' },
  ASALEE: { role: 'mg', echelle: 'suivi_medecin_infirmier', themes: ['chroniques_etp'] },
  MSP: { role: 'mg', lieu: 'meme_lieu', remu: 'collective' },
  CDS: { role: 'gestionnaire', statut: 'salarie' },
  ESS: { role: 'specialiste', echelle: 'departement_specialite' },
};
test.each(Object.entries(leads))('complement CPTS: when %s leads, the CPTS goes with it', (model, answers) => {
  const { tete, complements } = recommend(answers);
  expect(tete).toBe(model);
  expect(complements).toContain('CPTS');
});
test('complement CPTS: not when it leads itself, nor for who is in one', () => {
  expect(recommend({ role: 'mg', echelle: 'territoire' })).toMatchObject({ tete: 'CPTS', complements: [] });
  expect(recommend({ ...leads.MSP, deja: ['cpts'] })).toMatchObject({ tete: 'MSP', complements: [] });
});
test.each([
  ['msp', { role: 'infirmier' }],
  ['cds_pluri', { role: 'infirmier' }],
  ['esp_clap', inPdl],
])('complement CPTS: with no lead, who is in « %s » gets it', (deja, person) => {
  expect(recommend({ ...person, deja: [deja] })).toMatchObject({ tete: null, complements: ['CPTS'] });
});
test('complement CPTS: with no lead and nothing held, or in ASALEE only, it is not pushed', () => {
  expect(recommend({ role: 'infirmier' })).toMatchObject({ tete: null, complements: [] });
  expect(recommend({ role: 'infirmier', deja: ['asalee'] })).toMatchObject({ tete: null, complements: [] });
});

test.each(['cas_complexes', 'domicile', 'sortie_hopital'])('complement DAC: « %s » calls for it', (theme) => {
  expect(recommend({ role: 'infirmier', themes: [theme] }).complements).toEqual(['DAC']);
});
test.each(['social_medicosocial', 'etablissement'])('complement DAC: « %s » gets it whatever the themes', (role) => {
  expect(recommend({ role, themes: [] }).complements).toContain('DAC');
});
test('complement DAC: an ESS that leads works with it', () => {
  expect(recommend(leads.ESS).complements).toEqual(['CPTS', 'DAC']);
});
test('complement ESS: who seeks a specialist’s opinion may ask one, unless an ESS leads', () => {
  expect(recommend({ role: 'infirmier', themes: ['avis_specialiste'] }).complements).toEqual(['ESS']);
  expect(recommend({ ...leads.ESS, themes: ['avis_specialiste'] }).complements).toEqual(['CPTS', 'DAC']);
});
test('complement ESS: an ESS excluded for the person can still be asked for its opinion', () => {
  const answers = { role: 'infirmier', autres: [], themes: ['avis_specialiste'] };
  expect(verdictOn('ESS', answers)).toBe('exclu X5');
  expect(recommend(answers).complements).toEqual(['ESS']);
});
