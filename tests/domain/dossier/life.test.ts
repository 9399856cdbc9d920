import { expect, test } from 'vitest';
import type { ProjectFacts } from '#domain/dossier/guards.ts';
import {
  awaitedIn,
  isWritable,
  moveProject,
  movesFrom,
  projectParties,
  projectStates,
  projectTransitions,
} from '#domain/dossier/life.ts';

/** A project of which nothing is missing, on 27 November 2026. */
const ready: ProjectFacts = {
  today: '2026-11-27',
  manquants: [],
  sansApprobation: [],
  correctionsOuvertes: 0,
  aVerifier: [],
  reference: 'ARS-2026-014',
  decideLe: '2026-11-20',
  motif: 'Le territoire ne correspond pas aux patients décrits.',
  reconnuLe: '2026-11-20',
  signatures: ['equipe', 'association'],
  signeeLe: '2026-11-25',
  effetLe: '2026-11-27',
  finLe: '2026-12-31',
  compositionConforme: true,
};

const move = (
  etat: Parameters<typeof moveProject>[0],
  name: Parameters<typeof moveProject>[1],
  party: never | string,
  more: Partial<ProjectFacts> = {},
) => {
  const moved = moveProject(etat, name, party as Parameters<typeof moveProject>[2], { ...ready, ...more });
  return moved.ok ? moved.value : moved.refusal;
};

test('the whole life of a project, line by line', () => {
  const lines = projectStates.flatMap((etat) =>
    projectParties.flatMap((party) =>
      movesFrom(etat, party).map((name) => {
        const facts = { ...ready, correctionsOuvertes: ['demander-corrections', 'renvoyer'].includes(name) ? 1 : 0 };
        const moved = moveProject(etat, name, party, facts);
        return `${etat} --${name} (${party})--> ${moved.ok ? moved.value : moved.refusal.code}`;
      }),
    ),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "brouillon --deposer (referent)--> depose
    brouillon --abandonner (referent)--> abandonne
    depose --prendre-en-charge (instructeur)--> en-instruction
    en-instruction --demander-corrections (instructeur)--> a-corriger
    en-instruction --transmettre (instructeur)--> transmis
    a-corriger --deposer (referent)--> depose
    transmis --reconnaitre (instructeur)--> reconnu
    transmis --renvoyer (instructeur)--> a-corriger
    transmis --refuser (instructeur)--> refuse
    transmis --reconnaitre (ars)--> reconnu
    transmis --renvoyer (ars)--> a-corriger
    transmis --refuser (ars)--> refuse
    reconnu --signer-convention (referent)--> convention-signee
    reconnu --signer-convention (gestionnaire)--> convention-signee
    convention-signee --resilier (referent)--> resilie
    convention-signee --resilier (instructeur)--> resilie
    convention-signee --activer (temps)--> actif
    actif --resilier (referent)--> resilie
    actif --suspendre (instructeur)--> suspendu
    actif --resilier (instructeur)--> resilie
    suspendu --resilier (referent)--> resilie
    suspendu --reprendre (instructeur)--> actif
    suspendu --resilier (instructeur)--> resilie"
  `);
});

test('a project is deposited when all is answered and every member has approved that very version', () => {
  expect(move('brouillon', 'deposer', 'referent')).toBe('depose');
  expect(move('brouillon', 'deposer', 'referent', { manquants: ['themes', 'indicateurs'] })).toEqual({
    code: 'PROJET_INCOMPLET',
    manquants: ['themes', 'indicateurs'],
  });
  expect(move('a-corriger', 'deposer', 'referent', { sansApprobation: ['lea'] })).toEqual({
    code: 'PROJET_NON_APPROUVE',
    membres: ['lea'],
  });
});

test('what is missing is said before who has not approved: nobody approves a version that is not finished', () => {
  expect(move('brouillon', 'deposer', 'referent', { manquants: ['themes'], sansApprobation: ['lea'] })).toEqual({
    code: 'PROJET_INCOMPLET',
    manquants: ['themes'],
  });
});

test('a project goes back to its team with one correction at least, and on to the ARS with none', () => {
  expect(move('en-instruction', 'demander-corrections', 'instructeur')).toEqual({ code: 'CORRECTION_REQUISE' });
  expect(move('en-instruction', 'demander-corrections', 'instructeur', { correctionsOuvertes: 2 })).toBe('a-corriger');
  expect(move('en-instruction', 'transmettre', 'instructeur', { correctionsOuvertes: 1 })).toEqual({
    code: 'CORRECTIONS_EN_COURS',
    nombre: 1,
  });
  expect(move('en-instruction', 'transmettre', 'instructeur', { aVerifier: ['composition'] })).toEqual({
    code: 'LISTE_NON_VERIFIEE',
    points: ['composition'],
  });
});

test('a decision has a reference and a day that has come; a refusal has a reason as well', () => {
  expect(move('transmis', 'reconnaitre', 'ars', { motif: null })).toBe('reconnu');
  expect(move('transmis', 'reconnaitre', 'ars', { reference: '  ' })).toEqual({ code: 'REFERENCE_REQUISE' });
  expect(move('transmis', 'reconnaitre', 'instructeur', { decideLe: null })).toEqual({
    code: 'DATE_DE_DECISION_REQUISE',
  });
  expect(move('transmis', 'reconnaitre', 'ars', { decideLe: '2026-11-28' })).toEqual({
    code: 'DATE_DE_DECISION_FUTURE',
  });
  expect(move('transmis', 'refuser', 'ars', { motif: '' })).toEqual({ code: 'MOTIF_REQUIS' });
});

test('a convention bears both signatures, on the day of the recognition or later, and opens on its day', () => {
  expect(move('reconnu', 'signer-convention', 'referent', { signatures: ['equipe'] })).toEqual({
    code: 'SIGNATURES_MANQUANTES',
    parties: ['association'],
  });
  expect(move('reconnu', 'signer-convention', 'gestionnaire', { signeeLe: '2026-11-19' })).toEqual({
    code: 'SIGNATURE_AVANT_RECONNAISSANCE',
    reconnuLe: '2026-11-20',
  });
  expect(move('reconnu', 'signer-convention', 'gestionnaire', { signeeLe: '2026-11-28' })).toEqual({
    code: 'DATE_DE_SIGNATURE_FUTURE',
  });
  expect(move('reconnu', 'signer-convention', 'gestionnaire', { signeeLe: null })).toEqual({
    code: 'DATE_DE_SIGNATURE_REQUISE',
  });
  expect(move('reconnu', 'signer-convention', 'gestionnaire', { signeeLe: '2026-11-20' })).toBe('convention-signee');
  expect(move('convention-signee', 'activer', 'temps', { effetLe: '2026-11-28' })).toEqual({
    code: 'EFFET_A_VENIR',
    effetLe: '2026-11-28',
  });
});

test('a suspended team starts again once its rules are met, and a convention ends on a given day', () => {
  expect(move('suspendu', 'reprendre', 'instructeur', { compositionConforme: false })).toEqual({
    code: 'COMPOSITION_NON_CONFORME',
  });
  expect(move('suspendu', 'resilier', 'referent', { finLe: null })).toEqual({ code: 'DATE_DE_FIN_REQUISE' });
});

test('nobody makes the move of another, and no move skips a step', () => {
  expect(move('depose', 'prendre-en-charge', 'referent')).toEqual({ code: 'PROJET_PAS_VOTRE_ROLE' });
  expect(move('en-instruction', 'transmettre', 'ars')).toEqual({ code: 'PROJET_PAS_VOTRE_ROLE' });
  expect(move('transmis', 'reconnaitre', 'gestionnaire')).toEqual({ code: 'PROJET_PAS_VOTRE_ROLE' });
  expect(move('depose', 'transmettre', 'instructeur')).toEqual({ code: 'PROJET_ETAT', etat: 'depose' });
  expect(move('actif', 'abandonner', 'referent')).toEqual({ code: 'PROJET_ETAT', etat: 'actif' });
});

test('words are written in a draft and while corrections are asked for, and at no other time', () => {
  expect(projectStates.filter(isWritable)).toEqual(['brouillon', 'a-corriger']);
});

test('whoever is waited for has a move to make', () => {
  for (const etat of projectStates) {
    const party = awaitedIn(etat);
    if (party) expect(movesFrom(etat, party), etat).not.toEqual([]);
  }
  expect(Object.keys(projectTransitions)).toHaveLength(13);
});
