import { expect, test } from 'vitest';
import { codesOn, modelsUnder, recommend, verdictOn } from './verdicts.ts';

const inPdl = { region: 'pays_de_la_loire' };

test.each(['msp', 'cds_pluri'])('X1: a professional already in « %s » cannot be in an ESP CLAP', (deja) => {
  expect(codesOn('ESP_CLAP', { role: 'infirmier', deja: [deja], ...inPdl })).toBe('X1');
});
test('X1: a single-profession centre or a CPTS does not keep anyone out of an ESP CLAP', () => {
  expect(modelsUnder('X1', { role: 'infirmier', deja: ['cds_mono', 'cpts', 'asalee'], ...inPdl })).toEqual([]);
});
test('X1: the rule holds for a town hall and for a social worker too', () => {
  expect(codesOn('ESP_CLAP', { role: 'gestionnaire', deja: ['msp'], ...inPdl })).toBe('X1 X11');
  expect(codesOn('ESP_CLAP', { role: 'social_medicosocial', deja: ['msp'], ...inPdl })).toBe('X1 X10');
});

test.each(['bretagne', 'grand_est', 'centre_val_de_loire', 'la_reunion', 'autre'])(
  'X2: no ESP CLAP in « %s »',
  (region) => {
    expect(modelsUnder('X2', { role: 'mg', region })).toEqual(['ESP_CLAP']);
  },
);
test('X2: the ESP CLAP exists in Pays de la Loire, and an unknown region is not « elsewhere »', () => {
  expect(modelsUnder('X2', { role: 'mg', ...inPdl })).toEqual([]);
  expect(modelsUnder('X2', { role: 'mg' })).toEqual([]);
});

test('X3: who wants to be self-employed is not offered a health centre, and X3 names the answer to change', () => {
  const { exclus } = recommend({ role: 'mg', statut: 'liberal' });
  const [motif] = exclus.find(({ modele }) => modele === 'CDS')!.motifs;
  expect(motif).toMatchObject({ regle: 'X3', question: 'statut', source: 'S4' });
});
test('X3: a wish does not put out someone who already works in a health centre', () => {
  expect(verdictOn('CDS', { role: 'mg', statut: 'liberal', deja: ['cds_pluri'] })).toBe('en place');
});
test('X4: who wants a salary is not offered an MSP, unless he is in one', () => {
  expect(verdictOn('MSP', { role: 'mg', statut: 'salarie' })).toBe('exclu X4');
  expect(verdictOn('MSP', { role: 'mg', statut: 'salarie', deja: ['msp'] })).toBe('en place');
});
test('X3 and X4: no wish, no exclusion', () => {
  expect(modelsUnder('X3', { role: 'mg', statut: 'indifferent' })).toEqual([]);
  expect(modelsUnder('X4', { role: 'mg' })).toEqual([]);
});

test('X5: no ESS without a specialist in the project', () => {
  expect(modelsUnder('X5', { role: 'infirmier', autres: ['pharmacien'] })).toEqual(['ESS']);
  expect(modelsUnder('X5', { role: 'mg', autres: [] })).toEqual(['ESS']);
});
test('X5: a specialist who answers is in the project, counted or not', () => {
  expect(modelsUnder('X5', { role: 'specialiste', autres: [] })).toEqual([]);
  expect(modelsUnder('X5', { role: 'mg', autres: ['specialiste'] })).toEqual([]);
});
test('X5: as long as the team is not known, nobody is missing', () => {
  expect(modelsUnder('X5', { role: 'mg' })).toEqual([]);
});
test('X5, X7, X8 and X9 are for health professionals: a town hall already out by X11 does not get them', () => {
  const townHall = { role: 'gestionnaire', autres: [], deja: ['msp', 'esp_clap'] };
  for (const rule of ['X5', 'X7', 'X8', 'X9']) expect(modelsUnder(rule, townHall)).toEqual([]);
});

test('X6: a specialist is offered none of the three primary care teams', () => {
  expect(modelsUnder('X6', { role: 'specialiste', ...inPdl })).toEqual(['ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE']);
  expect(modelsUnder('X6', { role: 'mg', autres: ['specialiste'], ...inPdl })).toEqual([]);
});

test.each(['specialiste', 'auxiliaire', 'pharmacien', 'sage_femme', 'dentiste'])('X7: no ASALEE for « %s »', (role) => {
  expect(modelsUnder('X7', { role })).toEqual(['ASALEE']);
});
test.each(['mg', 'infirmier'])('X7: ASALEE is for « %s »', (role) => expect(modelsUnder('X7', { role })).toEqual([]));
test('X7: who is in ASALEE with another profession is told so, and is not « already there »', () => {
  expect(verdictOn('ASALEE', { role: 'auxiliaire', deja: ['asalee'] })).toBe('exclu X7');
});

test.each(['msp', 'cds_pluri'])('X8: in « %s » one is already in a primary care team', (deja) => {
  expect(modelsUnder('X8', { role: 'dentiste', deja: [deja] })).toEqual(['ESP_PROJET', 'ESP_SIMPLE']);
});
test('X9: an ESP CLAP is already a primary care team', () => {
  expect(modelsUnder('X9', { role: 'infirmier', deja: ['esp_clap'], ...inPdl })).toEqual(['ESP_PROJET', 'ESP_SIMPLE']);
});

test.each(['social_medicosocial', 'etablissement'])('X10: all but the CPTS are closed to « %s »', (role) => {
  const all = ['ASALEE', 'CDS', 'ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE', 'ESS', 'MSP'];
  expect(modelsUnder('X10', { role, ...inPdl })).toEqual(all);
});
test('X11: a town hall or an association may carry a health centre or join a CPTS, nothing else', () => {
  const closed = ['ASALEE', 'ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE', 'ESS', 'MSP'];
  expect(modelsUnder('X11', { role: 'gestionnaire', ...inPdl })).toEqual(closed);
});

test('a model gets every reason why it is out, not only the first', () => {
  expect(codesOn('ESP_CLAP', { role: 'specialiste', deja: ['msp'], region: 'bretagne' })).toBe('X1 X2 X6');
  expect(codesOn('MSP', { role: 'gestionnaire', statut: 'salarie' })).toBe('X4 X11');
});

test('who is in an ESP CLAP outside Pays de la Loire is told why it is not counted', () => {
  expect(verdictOn('ESP_CLAP', { role: 'mg', deja: ['esp_clap'], region: 'bretagne' })).toBe('exclu X2');
  expect(verdictOn('ESP_CLAP', { role: 'mg', deja: ['esp_clap'], ...inPdl })).toBe('en place');
  expect(verdictOn('ESP_CLAP', { role: 'mg', deja: ['esp_clap', 'msp'], ...inPdl })).toBe('exclu X1');
});
