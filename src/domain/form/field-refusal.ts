import type { FormatRefusal } from './text-format.ts';

/** Why an answer does not suit its field, with what a sentence needs to say so. */
export type FieldRefusal =
  /** Mandatory, and without an answer. */
  | { readonly code: 'VIDE' }
  | { readonly code: 'TROP_COURT'; readonly caracteres: number; readonly minimum: number }
  | { readonly code: 'TROP_LONG'; readonly caracteres: number; readonly maximum: number }
  | { readonly code: 'PLUSIEURS_LIGNES' }
  /** A control or invisible character: names with one show as another, and libSQL cuts a text at NUL. */
  | { readonly code: 'CARACTERE_INVISIBLE' }
  | FormatRefusal
  | { readonly code: 'HORS_LISTE' }
  /** Answers of a list, people or lines. */
  | { readonly code: 'TROP_PEU'; readonly nombre: number; readonly minimum: number }
  | { readonly code: 'TROP'; readonly nombre: number; readonly maximum: number }
  | { readonly code: 'PAS_UN_NOMBRE' }
  | { readonly code: 'TROP_DE_DECIMALES'; readonly decimales: number }
  | { readonly code: 'NOMBRE_TROP_PETIT'; readonly minimum: number }
  | { readonly code: 'NOMBRE_TROP_GRAND'; readonly maximum: number }
  | { readonly code: 'PAS_UNE_DATE' }
  | { readonly code: 'DATE_TROP_TOT'; readonly premierJour: string }
  | { readonly code: 'DATE_TROP_TARD'; readonly dernierJour: string }
  | { readonly code: 'COMMUNE_INCONNUE' }
  /** The text means several communes, one of which has to be chosen. */
  | { readonly code: 'COMMUNE_A_CHOISIR' }
  | { readonly code: 'PERSONNE_INCONNUE' };

export type FieldRefusalCode = FieldRefusal['code'];

/** What a draft may still lack without being wrong. */
export const isOnlyMissing = ({ code }: FieldRefusal): boolean =>
  code === 'VIDE' || code === 'TROP_PEU' || code === 'TROP_COURT';
