import type { AccessRefusal } from '#domain/access/can.ts';
import type { ConsentRefusal } from '#domain/team/consent.ts';
import { memberObject } from '#server/access/find-object.ts';
import type { Denied } from '#server/access/permit.ts';
import { recordConsent, withdrawConsent } from '#server/team/record-consent.ts';
import { consentSentence } from '../../messages/team/consent.ts';
import { goneSentence } from '../../messages/team/invitation.ts';
import { form, type Outcome, type Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { teamIdOf, teamNeeds } from './team-needs.ts';

const memberId = (typed: Typed) => typed.get('membre') ?? '';
const ofMember = {
  kind: 'membre',
  verb: 'enregistrer-consentement',
  object: (visit: Visit, typed: Typed) => memberObject(visit.services.database.db, teamIdOf(visit), memberId(typed)),
} as const;

/** Each person of the list has her own field, so that an error stands beside the right one. */
export const groundField = (id: string): string => `motif-${id}`;

/** For the page of a team in the room of the association, at `/association/equipes/[equipe]`. */
export const consentForms = {
  'enregistrer-consentement': form({
    ...ofMember,
    async run(visit, typed) {
      const field = groundField(memberId(typed));
      const asked = { teamId: teamIdOf(visit), memberId: memberId(typed), ground: typed.get(field) ?? '' };
      const recorded = await recordConsent(teamNeeds(visit), asked);
      return recorded.ok ? doneIn(visit, 'consentement-enregistre') : refusedConsent(recorded.refusal, field);
    },
  }),
  'retirer-consentement': form({
    ...ofMember,
    async run(visit, typed) {
      const withdrawn = await withdrawConsent(teamNeeds(visit), {
        teamId: teamIdOf(visit),
        memberId: memberId(typed),
      });
      return withdrawn.ok ? doneIn(visit, 'consentement-retire') : refusedConsent(withdrawn.refusal, '');
    },
  }),
};

const doneIn = (visit: Visit, done: string): Outcome => ({
  to: `/association/equipes/${teamIdOf(visit)}?fait=${done}`,
});

type Gone = Extract<AccessRefusal, { code: 'INTROUVABLE' }>;

/** What is wrong with the reason stands beside it; the rest at the head of the page. */
function refusedConsent(refusal: ConsentRefusal | Gone | Denied, field: string): Outcome {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  if (refusal.code === 'INTROUVABLE') return { errors: { '': goneSentence }, status: 409 };
  const isGround = refusal.code.startsWith('MOTIF_');
  return { errors: { [isGround ? field : '']: consentSentence(refusal) }, status: isGround ? 400 : 409 };
}
