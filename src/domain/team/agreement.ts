import type { InvitationState } from './invitation.ts';

/**
 * Whether someone agreed to be in a team. `compte`: joined with her account. `association`: the association recorded
 * her consent, with its reason. `attendu`: an invitation waits for her answer. `decline`: she said no. `sans-compte`:
 * nobody asked her, or the invitation expired or was withdrawn.
 */
export const agreements = ['compte', 'association', 'attendu', 'decline', 'sans-compte'] as const;
export type Agreement = (typeof agreements)[number];

type Known = {
  /** An account is bound to the row. */
  readonly isBound: boolean;
  /** The association recorded her consent, and she did not say no since. */
  readonly hasConsent: boolean;
  /** Her invitation as it stands today; null when there is none, or none that is not over. */
  readonly invitation: InvitationState | null;
};

export function agreementOf({ isBound, hasConsent, invitation }: Known): Agreement {
  if (isBound) return 'compte';
  if (hasConsent) return 'association';
  if (invitation === 'declinee') return 'decline';
  return invitation === 'envoyee' || invitation === 'renvoyee' ? 'attendu' : 'sans-compte';
}

/** Who agreed counts in the minimum team; nobody else does (decision 0021). */
export const hasAgreed = (accord: Agreement): boolean => accord === 'compte' || accord === 'association';
