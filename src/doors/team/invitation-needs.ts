import type { AccessRefusal } from '#domain/access/can.ts';
import type { AddressRefusal, AnswerRefusal, InviteRefusal } from '#domain/team/invitation-refusal.ts';
import type { ReferentRefusal } from '#domain/team/referent-refusal.ts';
import type { Denied } from '#server/access/permit.ts';
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

/** Whether nothing was sent because of the address itself, or of how many mails left. */
export const isOfAddress = (refusal: { readonly code: string }): refusal is AddressRefusal =>
  refusal.code === 'ADRESSE_A_DECLINE' || refusal.code === 'TROP_DE_COURRIELS';

type Gone = Extract<AccessRefusal, { code: 'INTROUVABLE' }>;

/** What is wrong with an address stands beside it; the rest at the head of the page. */
export function refusedInvite(refusal: InviteRefusal | Gone | Denied, addressField = ''): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  const field = ofAddress.includes(refusal.code) ? addressField : '';
  const sentence = refusal.code === 'INTROUVABLE' ? goneSentence : inviteSentence(refusal);
  return { errors: { [field]: sentence }, status: statusOf(refusal) };
}
const ofAddress: readonly string[] = ['EMAIL_INVALIDE', 'EMAIL_TROP_LONG', 'ADRESSE_INCHANGEE', 'ADRESSE_A_DECLINE'];

export function refusedAnswer(refusal: AnswerRefusal | Gone | Denied): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  const sentence = refusal.code === 'INTROUVABLE' ? goneSentence : answerSentence(refusal);
  return { errors: { '': sentence }, status: statusOf(refusal) };
}

export function refusedReferent(refusal: ReferentRefusal | Gone | Denied, nameOf: NameOf): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  const sentence = refusal.code === 'INTROUVABLE' ? goneSentence : referentSentence(refusal, nameOf);
  return { errors: { '': sentence }, status: statusOf(refusal) };
}

/** 409: the state of the team, as it is now, does not allow it. */
function statusOf({ code }: { readonly code: string }): number {
  if (code === 'TROP_DE_COURRIELS') return 429;
  return code === 'EMAIL_INVALIDE' || code === 'EMAIL_TROP_LONG' ? 400 : 409;
}
