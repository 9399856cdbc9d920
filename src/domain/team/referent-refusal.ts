import type { SuccessionRefusal } from './succession.ts';

/** Why the référents of a team do not change as asked. */
export type ReferentRefusal =
  | SuccessionRefusal
  /** The succession was decided, or given up, meanwhile. */
  | { readonly code: 'SUCCESSION_CLOSE' }
  /** Only who agreed to a succession can give it up. */
  | { readonly code: 'PAS_SOUTENU' }
  /** Each proposal writes to the whole team. */
  | { readonly code: 'TROP_DE_COURRIELS'; readonly attendreSecondes: number };
