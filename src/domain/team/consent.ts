import { isBlocked, patientDataIn } from '#domain/patient-data/patient-data.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** Why the association cannot record that someone agreed, or take that back. */
export type ConsentRefusal =
  | { readonly code: 'MOTIF_MANQUE' }
  | { readonly code: 'MOTIF_TROP_LONG'; readonly maximum: number }
  /** The portal never receives what tells who a patient is. */
  | { readonly code: 'MOTIF_DIT_UN_PATIENT' }
  /** She answers for herself. */
  | { readonly code: 'MEMBRE_A_UN_COMPTE' }
  | { readonly code: 'MEMBRE_PARTI'; readonly sortie: string }
  | { readonly code: 'CONSENTEMENT_DEJA_ENREGISTRE' }
  | { readonly code: 'PAS_DE_CONSENTEMENT' };

/** Ours: a sentence or two. */
export const longestGround = 300;

/** Reads how someone agreed, as whoever records it writes it: on one line, never empty. */
export function parseGround(typed: string): Result<string, ConsentRefusal> {
  const ground = typed.trim().replaceAll(/[\s\p{C}]+/gu, ' ');
  if (ground.length < 10) return refuse({ code: 'MOTIF_MANQUE' });
  if (ground.length > longestGround) return refuse({ code: 'MOTIF_TROP_LONG', maximum: longestGround });
  return isBlocked(patientDataIn(ground)) ? refuse({ code: 'MOTIF_DIT_UN_PATIENT' }) : accept(ground);
}
