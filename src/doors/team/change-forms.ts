import type { Denied } from '#server/access/permit.ts';
import { answerChange, openChangeOf, withdrawChange } from '#server/team/proposed-changes.ts';
import type { MemberRow } from '#server/team/team-store.ts';
import { changeSentence } from '../../messages/team/proposed-change.ts';
import { form, type Outcome, type Typed } from '../form.ts';
import type { Visit } from '../visit.ts';
import { memberIdOf, memberInAddress, teamIdOf, teamNeeds } from './team-needs.ts';

const asked = (visit: Visit, typed: Typed) => ({
  teamId: teamIdOf(visit),
  memberId: memberIdOf(visit),
  changeId: typed.get('changement') ?? '',
});

const doneIn = (visit: Visit, done: string): Outcome => ({
  to: `/espace/equipes/${teamIdOf(visit)}/membres/${memberIdOf(visit)}?fait=${done}`,
});

const refused = (refusal: Parameters<typeof changeSentence>[0] | Denied): Outcome =>
  refusal.code === 'DROIT_PERDU' ? { denied: refusal.acces } : { errors: { '': changeSentence(refusal) }, status: 409 };

const answering = (says: 'oui' | 'non', done: string) =>
  form({
    kind: 'membre',
    verb: 'repondre-changement',
    object: memberInAddress,
    async run(visit, typed) {
      const answered = await answerChange(teamNeeds(visit), { ...asked(visit, typed), says });
      return answered.ok ? doneIn(visit, done) : refused(answered.refusal);
    },
  });

/** What a référent proposed to change of someone who joined: her answer, and taking it back. */
export const changeForms = {
  'accepter-changement': answering('oui', 'changement-accepte'),
  'refuser-changement': answering('non', 'changement-refuse'),
  'retirer-changement': form({
    kind: 'membre',
    verb: 'retirer-changement',
    object: memberInAddress,
    async run(visit, typed) {
      const withdrawn = await withdrawChange(teamNeeds(visit), asked(visit, typed));
      return withdrawn.ok ? doneIn(visit, 'changement-retire') : refused(withdrawn.refusal);
    },
  }),
};

/** The change that waits for the yes of a member, for the page about her. */
export const changeOf = ({ services }: Visit, row: MemberRow) => openChangeOf(services.database.db, row);
