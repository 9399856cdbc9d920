import type { AccessRefusal } from '#domain/access/can.ts';
import type { AnswerRefusal, InviteRefusal } from '#domain/team/invitation-refusal.ts';
import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import type { InvitationNeeds } from '#server/team/invitation-store.ts';
import { answerSentence, goneSentence, inviteSentence } from '../../messages/team/invitation.ts';
import { referentSentence } from '../../messages/team/referents.ts';
import type { NameOf } from '../../messages/team/team.ts';
import type { Outcome } from '../form.ts';
import type { Visit } from '../visit.ts';
import { teamNeeds } from './team-needs.ts';

/** What the verbs of invitations and successions need of the outside. */
export const invitationNeeds = (visit: Visit): InvitationNeeds => ({
  ...teamNeeds(visit),
  throttleKey: visit.services.secrets.attempts,
  address: visit.address,
});

type Gone = Extract<AccessRefusal, { code: 'INTROUVABLE' }>;

/** What is wrong with an address stands beside it; the rest at the head of the page. */
export const refusedInvite = (refusal: InviteRefusal | Gone, addressField = ''): Outcome => ({
  errors: {
    [ofAddress.includes(refusal.code) ? addressField : '']:
      refusal.code === 'INTROUVABLE' ? goneSentence : inviteSentence(refusal),
  },
  status: statusOf(refusal),
});
const ofAddress: readonly string[] = ['EMAIL_INVALIDE', 'EMAIL_TROP_LONG', 'ADRESSE_INCHANGEE', 'ADRESSE_A_DECLINE'];

export const refusedAnswer = (refusal: AnswerRefusal | Gone): Outcome => ({
  errors: { '': refusal.code === 'INTROUVABLE' ? goneSentence : answerSentence(refusal) },
  status: statusOf(refusal),
});

export const refusedReferent = (refusal: ReferentRefusal | Gone, nameOf: NameOf): Outcome => ({
  errors: { '': refusal.code === 'INTROUVABLE' ? goneSentence : referentSentence(refusal, nameOf) },
  status: statusOf(refusal),
});

/** 409: the state of the team, as it is now, does not allow it. */
function statusOf({ code }: { readonly code: string }): number {
  if (code === 'TROP_DE_COURRIELS') return 429;
  return code === 'EMAIL_INVALIDE' || code === 'EMAIL_TROP_LONG' ? 400 : 409;
}
