import { expect, test } from 'vitest';
import { type DraftRow, draftValues } from '#domain/dossier/draft.ts';
import { lackingNames, lacksOf } from '#domain/dossier/project-lacks.ts';
import type { TeamMember } from '#domain/team/membership.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import { paysDeLaLoire } from '../indemnities/team.ts';
import { draftWith, form, member, pair, wholeDraft } from './whole-project.ts';

const communes = readTerritory('.');
const lacks = (rows: readonly DraftRow[], team: readonly TeamMember[] = pair) =>
  lacksOf(form, draftValues(form, rows), {
    today: '2026-11-28',
    communes,
    people: team.map(({ id, nom }) => ({ id, nom })),
    team,
    period: paysDeLaLoire.periodes[0]!,
  });
const faults = (rows: readonly DraftRow[], team?: readonly TeamMember[]) =>
  lacks(rows, team).flatMap((lack) => (lack.sorte === 'regle' ? [{ nom: lack.nom, ...lack.fault }] : []));

test('a whole project lacks nothing', () => {
  expect(lacks(wholeDraft)).toEqual([]);
});

test('an empty project names what is missing in the order of the form', () => {
  expect(lackingNames(lacks([]))).toEqual([
    'referent',
    'redacteurs',
    'communes',
    'patients-communs',
    'thematiques',
    'nombre-pps',
    'nombre-rcp-patient',
    'nombre-rcp-pratiques',
    'nombre-staff',
    'rythme',
    'lieu',
    'convocation',
    'comptes-rendus',
    'referent-pps',
    'arrivees-departs',
    'messageries',
    'aucune-donnee-patient',
    'cpts',
    'dac',
    'indicateurs',
    'bilan-annuel',
    'debut',
  ]);
});

test('a year without any action is none', () => {
  const none = ['nombre-pps', 'nombre-rcp-patient', 'nombre-rcp-pratiques'].map((champ) => ({ champ, valeur: 0 }));
  expect(faults(draftWith(...none))).toEqual([{ nom: 'nombre-pps', code: 'AUCUNE_ACTION' }]);
  expect(faults(draftWith(...none, { champ: 'nombre-staff', valeur: 1 }))).toEqual([]);
});

test('each cap of the plan holds to its last action, protocols of both cases counted together', () => {
  const capped = (champ: string, valeur: number) => faults(draftWith({ champ, valeur }));
  expect(capped('nombre-rcp-patient', 12)).toEqual([]);
  expect(capped('nombre-rcp-patient', 13)).toMatchObject([{ code: 'PLAFOND_DEPASSE', prevu: 13, maximum: 12 }]);
  expect(capped('nombre-rcp-pratiques', 11)).toMatchObject([{ nom: 'nombre-rcp-pratiques', maximum: 10 }]);
  expect(capped('nombre-staff', 13)).toMatchObject([{ nom: 'nombre-staff', maximum: 12 }]);
  expect(capped('nombre-pps', 99)).toEqual([]);
  const protocols = (count: number) =>
    Array.from({ length: count }, (_, n): DraftRow[] => [
      { champ: `protocoles/p${n}`, valeur: n + 1 },
      { champ: `protocoles/p${n}/titre`, valeur: `Protocole ${n}` },
      { champ: `protocoles/p${n}/cas`, valeur: n % 2 ? 'simple' : 'complexe' },
      { champ: `protocoles/p${n}/hors-nomenclature`, valeur: 'Consultation de diététicien' },
    ]).flat();
  expect(lacks(draftWith(...protocols(8)))).toEqual([]);
  expect(faults(draftWith(...protocols(9)))).toMatchObject([{ nom: 'protocoles', prevu: 9, maximum: 8 }]);
});

test('STAFF needs a general practitioner in the team, today', () => {
  const left = [{ ...pair[0]!, sortie: '2026-11-27' }, pair[1]!, member('m-claire', { profession: 'pharmacien' })];
  const staff = draftWith({ champ: 'nombre-staff', valeur: 2 });
  expect(faults(staff)).toEqual([]);
  expect(faults(staff, left)).toContainEqual({ nom: 'nombre-staff', code: 'STAFF_SANS_MEDECIN' });
});

test('a complex protocol says what is out of the nomenclature, a simple one is not asked', () => {
  const protocol = (cas: string): DraftRow[] => [
    { champ: 'protocoles/p1', valeur: 1 },
    { champ: 'protocoles/p1/titre', valeur: 'Plaies' },
    { champ: 'protocoles/p1/cas', valeur: cas },
  ];
  expect(lackingNames(lacks(draftWith(...protocol('simple'))))).toEqual([]);
  expect(lackingNames(lacks(draftWith(...protocol('complexe'))))).toEqual(['protocoles-1-hors-nomenclature']);
});

test('one indicator is too few', () => {
  expect(lacks(draftWith({ champ: 'indicateurs/i2', valeur: null }))).toMatchObject([
    { section: 'evaluation', nom: 'indicateurs', refusal: { code: 'TROP_PEU', nombre: 1, minimum: 2 } },
  ]);
});

test('a theme engages two professions, and members who are still there', () => {
  const nurses = [...pair, member('m-claire', { rpps: '10007654321' })];
  const engaged = (...valeur: string[]) => draftWith({ champ: 'thematiques/t1/membres', valeur });
  expect(faults(engaged('m-bruno', 'm-claire'), nurses)).toEqual([
    { nom: 'thematiques-1-membres', code: 'THEMATIQUE_UNE_PROFESSION', numero: 1 },
  ]);
  expect(faults(engaged('m-anne', 'm-claire'), nurses)).toEqual([]);
  expect(lacks(engaged('m-anne', 'm-partie'))).toMatchObject([{ refusal: { code: 'PERSONNE_INCONNUE' } }]);
});

test('the team meets its rules, and each member who agreed has a number and a secure mailbox', () => {
  const awaited = [pair[0]!, { ...pair[1]!, accord: 'attendu' as const }];
  expect(faults(wholeDraft, awaited)).toEqual([
    { nom: 'membres', code: 'COMPOSITION', regles: ['SECOND_PROFESSIONNEL'] },
  ]);
  const bare = [pair[0]!, { ...pair[1]!, rpps: null, messagerie: null }];
  expect(faults(wholeDraft, bare)).toEqual([
    { nom: 'membres', code: 'MEMBRE_INCOMPLET', membre: 'm-bruno', manque: ['rpps', 'messagerie'] },
  ]);
});
