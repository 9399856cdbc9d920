import { expect, test } from 'vitest';
import { withChanges } from '#domain/orientation/answers.ts';
import { randomAnswers, seededRandom } from '../../bench/random-answers.ts';
import { changeFor, recommend, rules, verdictOn } from './verdicts.ts';

const inPdl = { region: 'pays_de_la_loire' };
/** A rural GP with a nurse and a pharmacist, each in his own place, ready to create nothing. */
const rural = {
  role: 'mg',
  mg: 1,
  autres: ['infirmier', 'pharmacien'],
  lieu: 'garder_cabinet',
  statut: 'liberal',
  remu: 'individuelle',
  juridique: 'non',
  echelle: 'patients_communs',
  themes: ['domicile', 'cas_complexes'],
  temps: 'dix_heures',
  ...inPdl,
};

test('two more GPs, one place and an association make an MSP of a team that keeps its practices: cost 4', () => {
  expect(changeFor('MSP', rural)).toBe('mg 1→3, lieu garder_cabinet→meme_lieu, juridique non→association');
});
test('an association makes a team with a written project: cost 1', () => {
  expect(changeFor('ESP_PROJET', rural)).toBe('juridique non→association');
});
test('a change is shown for every model that is neither eligible nor held, excluded ones too', () => {
  expect(changeFor('ESP_CLAP', rural)).toBe('sans objet');
  expect(changeFor('MSP', { ...rural, deja: ['msp'] })).toBe('sans objet');
  expect(changeFor('ESS', rural)).toBe(
    'autres {infirmier pharmacien}→{infirmier pharmacien specialiste}, echelle patients_communs→departement_specialite',
  );
});
test('making the change really makes the model eligible', () => {
  const { autresPistes } = recommend(rural);
  const { bascule } = autresPistes.find(({ modele }) => modele === 'MSP')!;
  expect(verdictOn('MSP', withChanges(rural, bascule!))).toMatch(/^éligible/);
});

test('outside Pays de la Loire, one GP more and an association are enough for an MSP: cost 2', () => {
  const answers = {
    role: 'mg',
    mg: 1,
    autres: ['infirmier'],
    region: 'bretagne',
    echelle: 'structure',
    juridique: 'non',
  };
  expect(changeFor('MSP', answers)).toBe('mg 1→2, juridique non→association');
});
test('between equal costs, an added GP comes before an added profession', () => {
  expect(changeFor('ESP_CLAP', { role: 'mg', mg: 1, autres: [], echelle: 'patients_communs', ...inPdl })).toBe(
    'mg 1→2',
  );
});
test('with no GP and nobody else, two GPs come before one GP and a profession', () => {
  expect(changeFor('ESP_CLAP', { role: 'mg', mg: 0, autres: [], echelle: 'patients_communs', ...inPdl })).toBe(
    'mg 0→2',
  );
});
test('between equal costs, the place changes before the way of being paid', () => {
  expect(changeFor('MSP', { role: 'mg', statut: 'liberal' })).toBe('lieu ?→meme_lieu');
});
test('between equal values, the first in the order of the options: any profession makes the team, the nurse is first', () => {
  expect(changeFor('ESP_SIMPLE', { role: 'mg', mg: 1, autres: [], lieu: 'garder_cabinet', juridique: 'non' })).toBe(
    'autres {}→{infirmier}',
  );
  expect(changeFor('ESP_SIMPLE', { role: 'gestionnaire', mg: 1, autres: [] })).toBe('aucune');
});
test('« peu importe » comes last: leaving X3 goes to « salarié »', () => {
  expect(changeFor('CDS', { role: 'gestionnaire', statut: 'liberal' })).toBe('statut liberal→salarie');
  expect(changeFor('MSP', { role: 'mg', statut: 'salarie', lieu: 'meme_lieu' })).toBe('statut salarie→liberal');
});
test('an unanswered question may be answered: de is unknown, vers never is', () => {
  expect(changeFor('CPTS', { role: 'mg' })).toBe('echelle ?→territoire');
});
test('a set is shown with the profession of the one who answers', () => {
  expect(changeFor('ASALEE', { role: 'mg', mg: 1, autres: [], echelle: 'suivi_medecin_infirmier' })).toBe(
    'autres {}→{infirmier}',
  );
  expect(changeFor('MSP', { role: 'pharmacien', mg: 2, autres: [], lieu: 'meme_lieu', region: 'bretagne' })).toBe(
    'autres {pharmacien}→{infirmier pharmacien}',
  );
});
test('in Centre-Val de Loire the third professional may be a GP', () => {
  const answers = {
    role: 'mg',
    mg: 1,
    autres: ['infirmier'],
    region: 'centre_val_de_loire',
    echelle: 'patients_communs',
  };
  expect(changeFor('ESP_PROJET', answers)).toBe('mg 1→2');
});
test('a change that opens one door must not close another: an ESS needs its scale and its points', () => {
  expect(changeFor('ESS', { role: 'specialiste', autres: [], echelle: 'territoire' })).toBe(
    'echelle territoire→departement_specialite',
  );
});

test.each([
  ['X1', 'ESP_CLAP', { role: 'mg', deja: ['msp'], ...inPdl }],
  ['X2', 'ESP_CLAP', { role: 'mg', region: 'bretagne' }],
  ['X6', 'ESP_SIMPLE', { role: 'specialiste' }],
  ['X7', 'ASALEE', { role: 'dentiste' }],
  ['X8', 'ESP_PROJET', { role: 'mg', deja: ['cds_pluri'] }],
  ['X9', 'ESP_SIMPLE', { role: 'mg', deja: ['esp_clap'], ...inPdl }],
  ['X10', 'MSP', { role: 'etablissement' }],
  ['X11', 'ESS', { role: 'gestionnaire' }],
  ['P8', 'CDS', { role: 'mg', statut: 'liberal' }],
])('%s cannot be changed: %s has no change to offer', (_, model, answers) =>
  expect(changeFor(model, answers)).toBe('aucune'),
);

test.each([
  ['X3', 'CDS', { role: 'gestionnaire', statut: 'liberal' }],
  ['X4', 'MSP', { role: 'mg', statut: 'salarie', lieu: 'meme_lieu' }],
  ['X5', 'ESS', { role: 'mg', autres: [], echelle: 'departement_specialite' }],
])('%s can be changed', (_, model, answers) => expect(changeFor(model, answers)).not.toBe('aucune'));

test('in 2,000 random situations a model has no change exactly when X1, X2, X6 to X11 or P8 holds', () => {
  const final = new Set(['X1', 'X2', 'X6', 'X7', 'X8', 'X9', 'X10', 'X11', 'P8']);
  const random = seededRandom(3);
  for (let count = 0; count < 2_000; count++) {
    const answers = randomAnswers(rules, random);
    if (answers.role === 'patient_aidant') continue;
    const { exclus, conditionnels, autresPistes } = recommend(answers);
    const closed = [
      ...exclus.filter(({ bascule }) => bascule === null),
      ...[...conditionnels, ...autresPistes].filter(({ bascule }) => bascule === null),
    ];
    const held = [
      ...exclus.filter(({ motifs, manques }) => [...motifs, ...manques].some(({ regle }) => final.has(regle))),
      ...[...conditionnels, ...autresPistes].filter(({ manques }) => manques.some(({ regle }) => final.has(regle))),
    ];
    const names = (list: readonly { modele: string }[]) => list.map(({ modele }) => modele);
    expect(names(closed), JSON.stringify(answers)).toEqual(names(held));
  }
});
