import { readFileSync } from 'node:fs';
import type { DraftRow } from '#domain/dossier/draft.ts';
import { projectFormSchema } from '#domain/dossier/project-form.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';

export const form = projectFormSchema.parse(JSON.parse(readFileSync('data/dossier/projet-de-sante-1.json', 'utf8')));

export const member = (id: string, more: Partial<TeamMember> = {}): TeamMember => ({
  id,
  nom: id,
  prenom: 'Test',
  profession: 'infirmier',
  rpps: '10003456789',
  exercice: 'liberal',
  centre: null,
  commune: '53107',
  messagerie: `${id}@exemple.mssante.fr`,
  entree: '2026-01-01',
  sortie: null,
  attestation: '2026-01-01',
  autresEspClap: [],
  cpts: null,
  accord: 'compte',
  ...more,
});

/** A general practitioner and a nurse, both with an account. */
export const pair = [
  member('m-anne', { profession: 'medecin-generaliste', rpps: '10003456789' }),
  member('m-bruno', { profession: 'infirmier', rpps: '10001234567' }),
];

const many = 'Des personnes âgées isolées, des personnes diabétiques suivies à domicile, de jeunes familles. ';

/** Every mandatory answer of a project of this pair, each by its place. */
export const wholeDraft: readonly DraftRow[] = [
  { champ: 'referent', valeur: ['m-anne'] },
  { champ: 'redacteurs', valeur: ['m-anne', 'm-bruno'] },
  { champ: 'communes/c1', valeur: 1 },
  { champ: 'communes/c1/commune', valeur: '53107' },
  { champ: 'patients-communs', valeur: many.repeat(3).trim() },
  { champ: 'thematiques/t1', valeur: 1 },
  { champ: 'thematiques/t1/intitule', valeur: 'Chutes à domicile' },
  { champ: 'thematiques/t1/besoin', valeur: 'Des retours d’hôpital sans relais dans la semaine.' },
  { champ: 'thematiques/t1/objectifs', valeur: 'Faire le point dans la semaine.' },
  { champ: 'thematiques/t1/public', valeur: 'Les plus de 75 ans' },
  { champ: 'thematiques/t1/membres', valeur: ['m-anne', 'm-bruno'] },
  { champ: 'nombre-pps', valeur: 10 },
  { champ: 'nombre-rcp-patient', valeur: 6 },
  { champ: 'nombre-rcp-pratiques', valeur: 4 },
  { champ: 'nombre-staff', valeur: 0 },
  { champ: 'rythme', valeur: 'mensuel' },
  { champ: 'lieu', valeur: 'La salle de la pharmacie' },
  { champ: 'convocation', valeur: 'L’infirmier, par messagerie' },
  { champ: 'comptes-rendus', valeur: 'À tour de rôle, dans notre logiciel.' },
  { champ: 'referent-pps', valeur: 'Le plus proche du patient.' },
  { champ: 'arrivees-departs', valeur: 'Une réunion d’accueil, un relais écrit.' },
  { champ: 'messageries', valeur: ['mailiz'] },
  { champ: 'aucune-donnee-patient', valeur: true },
  { champ: 'cpts', valeur: 'aucune' },
  { champ: 'dac', valeur: 'Celui du département' },
  { champ: 'indicateurs/i1', valeur: 1 },
  { champ: 'indicateurs/i1/intitule', valeur: 'PPS revus à six mois' },
  { champ: 'indicateurs/i2', valeur: 2 },
  { champ: 'indicateurs/i2/intitule', valeur: 'Réunions tenues sur réunions prévues' },
  { champ: 'bilan-annuel', valeur: true },
  { champ: 'debut', valeur: '2027-03-01' },
];

/** The same, with some answers in place of its own. */
export const draftWith = (...rows: readonly DraftRow[]): DraftRow[] => [
  ...wholeDraft.filter(({ champ }) => !rows.some((row) => row.champ === champ)),
  ...rows,
];
