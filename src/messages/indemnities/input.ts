import type { EvaluationRefusal } from '#domain/indemnities/evaluation.schema.ts';
import { mostActions, type SimulationRefusal } from '#domain/simulator/simulation.schema.ts';
import type { Sentences } from '../shared/sentences.ts';
import { type ValueRefusal, valueSentences } from '../shared/values.ts';

/** What is wrong in a request about a plan. */
type InputRefusal = ValueRefusal | { readonly code: EvaluationRefusal | SimulationRefusal };

export const inputSentences: Sentences<InputRefusal> = {
  ...valueSentences,
  NOM_COURT_ILLISIBLE: 'Écrivez des minuscules sans accent, des chiffres et des tirets.',
  IDENTIFIANT_ILLISIBLE: 'Un identifiant est un texte d’une ligne, qui n’est pas vide.',
  IDENTIFIANT_REPETE: 'Le même identifiant est écrit deux fois.',
  IDENTIFIANT_DEJA_PRIS: 'Un autre membre porte déjà cet identifiant.',
  RPPS_ILLISIBLE: 'Un numéro RPPS a onze chiffres.',
  RPPS_DEJA_PRIS: 'Un autre membre porte déjà ce numéro.',
  CENTRE_ABSENT: 'Indiquez le centre de ce professionnel.',
  DEPART_AVANT_ARRIVEE: 'Le départ précède l’arrivée dans l’équipe.',
  ANNEE_ILLISIBLE: 'Une année s’écrit avec quatre chiffres.',
  CONVENTION_FINIE_AVANT_SIGNATURE: 'La convention finit avant d’être signée.',
  ANNEE_HORS_BORNES: 'Une année entre 2000 et 2100.',
  EQUIPE_VIDE: 'Une équipe a au moins un membre.',
  TROP_D_ACTIONS: `Une année simulée compte au plus ${mostActions} actions.`,
};
