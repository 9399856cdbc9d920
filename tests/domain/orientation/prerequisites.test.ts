import { expect, test } from 'vitest';
import { codesOn, modelsUnder, recommend } from './verdicts.ts';

const inPdl = { region: 'pays_de_la_loire' };

test('P1: with no GP, the three primary care teams wait for one', () => {
  expect(modelsUnder('P1', { role: 'infirmier', mg: 0, ...inPdl })).toEqual(['ESP_CLAP', 'ESP_PROJET', 'ESP_SIMPLE']);
  expect(modelsUnder('P1', { role: 'infirmier', mg: 1, ...inPdl })).toEqual([]);
});
test('P1: who does not know yet how many GPs will come is missing none', () => {
  expect(modelsUnder('P1', { role: 'infirmier', ...inPdl })).toEqual([]);
});

test('P2: one GP and nobody else is not an ESP CLAP; two GPs are', () => {
  expect(codesOn('ESP_CLAP', { role: 'mg', mg: 1, autres: [], ...inPdl })).toBe('P2');
  expect(codesOn('ESP_CLAP', { role: 'mg', mg: 2, autres: [], ...inPdl })).toBe('');
});
test('P2: with no GP an ESP CLAP misses the GP, not the second professional', () => {
  expect(codesOn('ESP_CLAP', { role: 'social_medicosocial', mg: 0, autres: [], ...inPdl })).toBe('X10');
  expect(codesOn('ESP_CLAP', { role: 'infirmier', mg: 0, autres: [], ...inPdl })).toBe('P1');
});
test.each([0, 1, 2, 3, 4])('P2: %i GPs and no other profession do not make the other two teams', (mg) => {
  const missing = modelsUnder('P2', { role: 'mg', mg, autres: [], region: 'bretagne' });
  expect(missing.filter((model) => model !== 'ESP_CLAP')).toEqual(['ESP_PROJET', 'ESP_SIMPLE']);
});
test('P2: a specialist is not the other profession', () => {
  expect(codesOn('ESP_CLAP', { role: 'mg', mg: 1, autres: ['specialiste'], ...inPdl })).toBe('P2');
  expect(codesOn('ESP_SIMPLE', { role: 'mg', mg: 1, autres: ['specialiste'] })).toBe('P2');
});
test.each(['infirmier', 'auxiliaire', 'pharmacien', 'sage_femme', 'dentiste'])(
  'P2: « %s » is, and so is the one who answers',
  (profession) => {
    expect(modelsUnder('P2', { role: 'mg', mg: 1, autres: [profession], ...inPdl })).toEqual([]);
    expect(modelsUnder('P2', { role: profession, mg: 1, autres: [], ...inPdl })).toEqual([]);
  },
);
test('P2: a social worker is not counted among the professions', () => {
  expect(modelsUnder('P2', { role: 'gestionnaire', mg: 1, autres: [], ...inPdl })).toEqual([
    'ESP_CLAP',
    'ESP_PROJET',
    'ESP_SIMPLE',
  ]);
});

test('P3: in Centre-Val de Loire a team with a project has three professionals, GPs and professions added', () => {
  const centre = { role: 'mg', region: 'centre_val_de_loire' };
  expect(codesOn('ESP_PROJET', { ...centre, mg: 1, autres: ['infirmier'] })).toBe('P3');
  expect(codesOn('ESP_PROJET', { ...centre, mg: 2, autres: ['infirmier'] })).toBe('');
  expect(codesOn('ESP_PROJET', { ...centre, mg: 1, autres: ['infirmier', 'specialiste'] })).toBe('');
  expect(codesOn('ESP_PROJET', { ...centre, mg: 0, autres: ['infirmier', 'dentiste'] })).toBe('P1 P3');
});
test('P3: elsewhere two are enough, and the team without a project is not concerned', () => {
  expect(modelsUnder('P3', { role: 'mg', mg: 1, autres: ['infirmier'], region: 'bretagne' })).toEqual([]);
  expect(modelsUnder('P3', { role: 'mg', mg: 1, autres: ['infirmier'], region: 'centre_val_de_loire' })).toEqual([
    'ESP_PROJET',
  ]);
});
test('P3: a nurse who answers counts for one', () => {
  expect(
    codesOn('ESP_PROJET', { role: 'infirmier', mg: 1, autres: ['pharmacien'], region: 'centre_val_de_loire' }),
  ).toBe('');
});

test('P4: a team with a project needs an association', () => {
  expect(modelsUnder('P4', { role: 'mg', juridique: 'non' })).toEqual(['ESP_PROJET']);
  for (const juridique of ['association', 'societe', 'indifferent'])
    expect(modelsUnder('P4', { role: 'mg', juridique })).toEqual([]);
});

test('P5: an MSP has three GPs in Pays de la Loire, two elsewhere, each with its source', () => {
  const missing = (mg: number, region: string) => {
    const { autresPistes } = recommend({ role: 'infirmier', mg, region });
    return autresPistes
      .find(({ modele }) => modele === 'MSP')!
      .manques.map(({ regle, source }) => `${regle} ${source}`);
  };
  expect(missing(2, 'pays_de_la_loire')).toEqual(['P5 S4']);
  expect(missing(3, 'pays_de_la_loire')).toEqual([]);
  expect(missing(1, 'pays_de_la_loire')).toEqual(['P5 S4']);
  expect(missing(1, 'bretagne')).toEqual(['P5 fmps-aci']);
  expect(missing(2, 'bretagne')).toEqual([]);
});
test('P5: in an unknown region one GP is too few everywhere, two may be enough', () => {
  expect(modelsUnder('P5', { role: 'mg', mg: 1 })).toEqual(['MSP']);
  expect(modelsUnder('P5', { role: 'mg', mg: 2 })).toEqual([]);
});

test('P6: an MSP has an auxiliaire médical, and a nurse is one', () => {
  expect(codesOn('MSP', { role: 'mg', mg: 4, autres: ['pharmacien', 'sage_femme', 'dentiste', 'specialiste'] })).toBe(
    'P6',
  );
  expect(codesOn('MSP', { role: 'mg', mg: 4, autres: ['infirmier'] })).toBe('');
  expect(codesOn('MSP', { role: 'auxiliaire', mg: 4, autres: [] })).toBe('');
});

test('P7: an MSP needs an association or a company', () => {
  expect(modelsUnder('P7', { role: 'mg', juridique: 'non' })).toEqual(['MSP']);
  expect(modelsUnder('P7', { role: 'mg', juridique: 'association' })).toEqual([]);
});

test('P8: a health centre waits for someone to carry it, unless it is the one who answers', () => {
  expect(modelsUnder('P8', { role: 'mg' })).toEqual(['CDS']);
  expect(modelsUnder('P8', { role: 'gestionnaire' })).toEqual([]);
});

test('P9: a health centre has three GPs in Pays de la Loire; elsewhere no source gives a number', () => {
  expect(codesOn('CDS', { role: 'gestionnaire', mg: 2, ...inPdl })).toBe('P9');
  expect(codesOn('CDS', { role: 'gestionnaire', mg: 3, ...inPdl })).toBe('');
  expect(codesOn('CDS', { role: 'gestionnaire', mg: 0, region: 'bretagne' })).toBe('');
});

test('P10 and P11: ASALEE misses the GP, the nurse, or both', () => {
  expect(codesOn('ASALEE', { role: 'infirmier', mg: 0, autres: [] })).toBe('P10');
  expect(codesOn('ASALEE', { role: 'mg', mg: 1, autres: ['auxiliaire'] })).toBe('P11');
  expect(codesOn('ASALEE', { role: 'mg', mg: 0, autres: [] })).toBe('P10 P11');
  expect(codesOn('ASALEE', { role: 'mg', mg: 1, autres: ['infirmier'] })).toBe('');
});

test('P12: an ESS covers a specialty on a department', () => {
  const specialist = { role: 'specialiste', autres: [] };
  for (const echelle of ['patients_communs', 'suivi_medecin_infirmier', 'structure', 'territoire']) {
    expect(codesOn('ESS', { ...specialist, echelle })).toBe('P12');
  }
  expect(codesOn('ESS', { ...specialist, echelle: 'departement_specialite' })).toBe('');
  expect(codesOn('ESS', specialist)).toBe('');
});

test('what is missing says what to do, and from where', () => {
  const [missing] = recommend({ role: 'mg', juridique: 'non', echelle: 'patients_communs' }).conditionnels;
  expect(missing!.manques[0]).toMatchObject({
    regle: 'P4',
    source: 'S1',
    quoiFaire: expect.stringMatching(/^Acceptez/),
  });
});
