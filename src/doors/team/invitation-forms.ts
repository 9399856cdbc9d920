import { permitFor } from '#server/access/permit.ts';
import {
  acceptInvitation,
  declineInvitation,
  type InvitationView,
  readInvitation,
} from '#server/team/answer-invitation.ts';
import { invitationLink, invitationObject, linkObject } from '#server/team/invitation-store.ts';
import { correctAddress, inviteMember, resendInvitation, withdrawInvitation } from '#server/team/invite-member.ts';
import { keepSession } from '../account/account-needs.ts';
import { tokenOf } from '../account/token-page.ts';
import { form, type Typed } from '../form.ts';
import { oncePerVisit } from '../once-per-visit.ts';
import type { Visit } from '../visit.ts';
import { invitationNeeds, refusedAnswer, refusedInvite } from './invitation-needs.ts';
import { teamIdOf, teamInAddress } from './team-needs.ts';

const listOf = (visit: Visit, done: string) => ({ to: `/espace/equipes/${teamIdOf(visit)}/invitations?fait=${done}` });

const ofInvitation = {
  kind: 'invitation',
  object: (visit: Visit, typed: Typed) =>
    invitationObject(visit.services.database.db, teamIdOf(visit), typed.get('invitation') ?? ''),
} as const;
const asked = (visit: Visit, typed: Typed) => ({
  teamId: teamIdOf(visit),
  invitationId: typed.get('invitation') ?? '',
});

/** Each form of the list has its own field, so that an error stands beside the right one. */
export const emailField = (id: string): string => `email-${id}`;

export const invitationForms = {
  inviter: form({
    kind: 'equipe',
    verb: 'inviter',
    object: teamInAddress,
    async run(visit, typed) {
      const memberId = typed.get('membre') ?? '';
      const email = typed.get(emailField(memberId)) ?? '';
      const invited = await inviteMember(invitationNeeds(visit), { teamId: teamIdOf(visit), memberId, email });
      return invited.ok ? listOf(visit, 'invitation-envoyee') : refusedInvite(invited.refusal, emailField(memberId));
    },
  }),
  renvoyer: form({
    ...ofInvitation,
    verb: 'renvoyer',
    async run(visit, typed) {
      const sent = await resendInvitation(invitationNeeds(visit), asked(visit, typed));
      return sent.ok ? listOf(visit, 'invitation-renvoyee') : refusedInvite(sent.refusal);
    },
  }),
  'corriger-adresse': form({
    ...ofInvitation,
    verb: 'corriger-adresse',
    async run(visit, typed) {
      const field = emailField(typed.get('invitation') ?? '');
      const email = typed.get(field) ?? '';
      const corrected = await correctAddress(invitationNeeds(visit), { ...asked(visit, typed), email });
      return corrected.ok ? listOf(visit, 'adresse-corrigee') : refusedInvite(corrected.refusal, field);
    },
  }),
  retirer: form({
    ...ofInvitation,
    verb: 'retirer',
    async run(visit, typed) {
      const withdrawn = await withdrawInvitation(invitationNeeds(visit), asked(visit, typed));
      return withdrawn.ok ? listOf(visit, 'invitation-retiree') : refusedInvite(withdrawn.refusal);
    },
  }),
};

/** What the token of an address leads to: what is shown, what is asked for and what is done are about the same link. */
const linkInAddress = oncePerVisit((visit) => invitationLink(visit.services.database.db, tokenOf(visit)));

/** The invitation of that link, as rights over it are asked. */
export const linkedInvitation = async (visit: Visit) =>
  linkObject(visit.services.database.db, await linkInAddress(visit));

/** The same, as whoever holds the link is shown it; null when it leads to nothing. */
export async function invitationShown(visit: Visit): Promise<InvitationView | null> {
  const link = await linkInAddress(visit);
  return link && readInvitation(visit.services, link, visit.today);
}

const byLink = { kind: 'invitation', object: linkedInvitation } as const;

export const answerForms = {
  accepter: form({
    ...byLink,
    verb: 'accepter',
    async run(visit) {
      const link = await linkInAddress(visit);
      if (!link) return refusedAnswer({ code: 'INTROUVABLE' });
      const sessionToken = visit.sessionToken ?? '';
      const joined = await acceptInvitation(invitationNeeds(visit), { link, sessionToken });
      if (!joined.ok) return refusedAnswer(joined.refusal);
      keepSession(visit, joined.value.sessionToken);
      const { teamId, memberId } = joined.value;
      return { to: `/espace/equipes/${teamId}/membres/${memberId}?fait=equipe-rejointe` };
    },
  }),
  decliner: form({
    ...byLink,
    verb: 'decliner',
    async run(visit) {
      const link = await linkInAddress(visit);
      if (!link) return refusedAnswer({ code: 'INTROUVABLE' });
      const { services, now, today, actor } = visit;
      const needs = { database: services.database, now, today, throttleKey: services.secrets.attempts };
      const who = { actor: actor?.compte ?? 'public', permit: permitFor(visit) };
      const declined = await declineInvitation({ ...needs, ...who }, link);
      if (!declined.ok) return refusedAnswer(declined.refusal);
      const query = new URLSearchParams({ jeton: tokenOf(visit), fait: 'invitation-declinee' });
      return { to: `/espace/invitation?${query}` };
    },
  }),
};
