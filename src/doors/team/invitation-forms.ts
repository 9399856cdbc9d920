import { acceptInvitation, declineInvitation } from '#server/team/answer-invitation.ts';
import { invitationObject, linkObject } from '#server/team/invitation-store.ts';
import { correctAddress, inviteMember, resendInvitation, withdrawInvitation } from '#server/team/invite-member.ts';
import { keepSession } from '../account/account-needs.ts';
import { tokenOf } from '../account/token-page.ts';
import { form, type Typed } from '../form.ts';
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

/** The invitation that the link of an address leads to, as rights over it are asked. */
export const linkInAddress = (visit: Visit) => linkObject(visit.services.database.db, tokenOf(visit));

const byLink = { kind: 'invitation', object: linkInAddress } as const;

export const answerForms = {
  accepter: form({
    ...byLink,
    verb: 'accepter',
    async run(visit) {
      const link = { token: tokenOf(visit), sessionToken: visit.sessionToken ?? '' };
      const joined = await acceptInvitation(invitationNeeds(visit), link);
      if (!joined.ok) return refusedAnswer(joined.refusal);
      keepSession(visit, joined.value.sessionToken);
      return { to: `/espace/equipes/${joined.value.teamId}?fait=equipe-rejointe` };
    },
  }),
  decliner: form({
    ...byLink,
    verb: 'decliner',
    async run(visit) {
      const { services, now, today, actor } = visit;
      const needs = { database: services.database, now, today, throttleKey: services.secrets.attempts };
      const link = { token: tokenOf(visit), actor: actor?.compte ?? 'public' };
      const declined = await declineInvitation(needs, link);
      if (!declined.ok) return refusedAnswer(declined.refusal);
      return { to: `/espace/invitation?${new URLSearchParams({ jeton: link.token, fait: 'invitation-declinee' })}` };
    },
  }),
};
