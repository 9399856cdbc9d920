import type { ProjectState } from '#domain/dossier/life.ts';

/** What each state of a project is called, alone or after « Projet : ». */
export const projectStateNames: Readonly<Record<ProjectState, string>> = {
  brouillon: 'en cours d’écriture',
  depose: 'déposé',
  'en-instruction': 'lu par l’association',
  'a-corriger': 'à corriger',
  transmis: 'transmis à l’ARS',
  reconnu: 'reconnu par l’ARS',
  refuse: 'refusé par l’ARS',
  'convention-signee': 'convention signée',
  actif: 'actif',
  suspendu: 'suspendu',
  resilie: 'convention résiliée',
  abandonne: 'abandonné',
};
