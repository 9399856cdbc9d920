import type { EmailRefusal } from '#domain/account/email.ts';
import type { InvitationRefusal } from './invitation.ts';

/** Why nothing is sent to an address. */
export type AddressRefusal =
  /** Whoever reads this address said no to this team, and is not written to again. */
  { readonly code: 'ADRESSE_A_DECLINE' } | { readonly code: 'TROP_DE_COURRIELS'; readonly attendreSecondes: number };

/** Why a référent cannot invite someone, or have an invitation sent anew. */
export type InviteRefusal =
  | InvitationRefusal
  | { readonly code: EmailRefusal }
  /** The row already has its account. */
  | { readonly code: 'MEMBRE_A_UN_COMPTE' }
  | { readonly code: 'MEMBRE_PARTI'; readonly sortie: string }
  /** One invitation at a time for a member. */
  | { readonly code: 'DEJA_INVITE' }
  | { readonly code: 'ADRESSE_INCHANGEE' }
  | AddressRefusal;

/** Why an invitation cannot be answered. */
export type AnswerRefusal =
  | InvitationRefusal
  | { readonly code: 'MEMBRE_PARTI'; readonly sortie: string }
  | { readonly code: 'MEMBRE_A_UN_COMPTE' }
  /** One account, one place in a team. */
  | { readonly code: 'DEJA_MEMBRE' }
  | { readonly code: 'SESSION_FERMEE' };
