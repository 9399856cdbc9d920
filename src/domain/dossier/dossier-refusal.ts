import type { FieldRefusal } from '#domain/form/field-refusal.ts';
import type { SimpleValue } from '#domain/form/values.ts';
import type { AnswerFinding } from './answer-findings.ts';
import type { MoveRefusal, ProjectState } from './life.ts';

/** The longest answer that a draft keeps, in characters: longer than any field, so that a paste is kept to be cut. */
export const longestAnswer = 20_000;

/** An answer as the draft keeps it, with who wrote it and when. */
export type KeptAnswer = {
  readonly valeur: SimpleValue;
  readonly version: number;
  readonly par: string;
  readonly le: string;
};

/** The project is not written in this state. */
type NotWritable = { readonly code: 'PROJET_ETAT'; readonly etat: ProjectState };

/** Why an answer, or a line of a group, is not saved. What was typed comes back with each. */
export type AnswerRefusal =
  | NotWritable
  | { readonly code: 'CHAMP_INCONNU' }
  /** Someone took the line away. */
  | { readonly code: 'LIGNE_RETIREE' }
  | { readonly code: 'TROP_DE_LIGNES'; readonly maximum: number }
  | { readonly code: 'REPONSE_TROP_LONGUE'; readonly caracteres: number; readonly maximum: number }
  /** It cannot be read as what its field holds: a number, a day, a commune. */
  | { readonly code: 'REPONSE_ILLISIBLE'; readonly refusal: FieldRefusal }
  | { readonly code: 'DONNEE_PATIENT'; readonly trouve: readonly AnswerFinding[] }
  | { readonly code: 'DONNEE_PATIENT_A_CONFIRMER'; readonly trouve: readonly AnswerFinding[] }
  /** Someone else changed this answer: both, to choose from. */
  | { readonly code: 'CONFLIT'; readonly actuelle: KeptAnswer; readonly proposee: SimpleValue };

/** Why a version is neither frozen nor approved. */
export type VersionRefusal =
  | NotWritable
  | { readonly code: 'PROJET_INCOMPLET'; readonly manquants: readonly string[] }
  /** Not the version that waits for approvals, or not its fingerprint. `numero`: the one that does; 0 for none. */
  | { readonly code: 'VERSION_REMPLACEE'; readonly numero: number }
  /** The draft or the team changed since the version was frozen. */
  | { readonly code: 'PROJET_CHANGE'; readonly numero: number }
  /** The version does not count this member. */
  | { readonly code: 'HORS_VERSION' };

/** Why a project is not moved. */
export type ProjectMoveRefusal =
  | MoveRefusal
  /** Someone moved it in the meantime. */
  | { readonly code: 'REVISION_DEPASSEE'; readonly etat: ProjectState }
  /** A member acts for the team, never for the association. */
  | { readonly code: 'PROPRE_EQUIPE' };
