import { lineGesture } from '#domain/form/lines.ts';
import { notKnownYet } from '#domain/team/member.schema.ts';
import { addMember } from '#server/team/add-member.ts';
import { correctMember } from '#server/team/correct-member.ts';
import { setLastDay } from '#server/team/exit-member.ts';
import { memberOf, membersOf } from '#server/team/team-store.ts';
import { lastDayForm, leaveForm } from '../../messages/team/departure-forms.ts';
import { teamFormErrors } from '../../messages/team/form-errors.ts';
import { memberForm, newMemberForm } from '../../messages/team/member-form.ts';
import { changeLines } from '../change-lines.ts';
import { type Form, form, type Outcome, type Typed } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import { actorOf, type Visit } from '../visit.ts';
import { invitationNeeds, isOfAddress, refusedInvite } from './invitation-needs.ts';
import { readEmail, readMember } from './member-fields.ts';
import { memberIdOf, memberInAddress, teamIdOf, teamInAddress } from './team-needs.ts';
import { refusedTeam } from './team-refusals.ts';
import { leads } from './team-seat.ts';

const rowsOf = (visit: Visit) => membersOf(visit.services.database.db, teamIdOf(visit));
const pathOf = (visit: Visit) => `/espace/equipes/${teamIdOf(visit)}`;

/** Nothing is saved: the page comes back with what the row as typed changes for the team. */
const tried = async (_visit: Visit, typed: Typed): Promise<Outcome> => ({ back: typed });

const adding = { kind: 'equipe', verb: 'ajouter-membre', object: teamInAddress } as const;

export const newMemberForms = {
  'ajouter-membre': form({
    ...adding,
    async run(visit, typed) {
      const read = complete(readForm(newMemberForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const { courriel, ...person } = read.value;
      const email = readEmail(courriel);
      if (!email.ok) return { errors: { courriel: email.refusal } };
      const sent = typed.get('formulaire') ?? '';
      const formId = /^[\da-f-]{36}$/.test(sent) ? sent : visit.services.newId();
      const asked = { teamId: teamIdOf(visit), formId, member: { ...notKnownYet, ...person }, email: email.value };
      const added = await addMember(invitationNeeds(visit), asked);
      if (added.ok) return { to: `${pathOf(visit)}?fait=${email.value ? 'membre-invite' : 'membre-ajoute'}` };
      if (isOfAddress(added.refusal)) return refusedInvite(added.refusal, 'courriel');
      return refusedTeam(added.refusal, await rowsOf(visit));
    },
  }),
  essayer: form({ ...adding, writesNothing: true, run: tried }),
};

const correcting = { kind: 'membre', verb: 'modifier', object: memberInAddress } as const;

export const memberForms: Readonly<Record<string, Form>> = {
  'corriger-membre': form({
    ...correcting,
    async run(visit, typed) {
      const members = await rowsOf(visit);
      const row = members.find(({ id }) => id === memberIdOf(visit));
      if (!row) return refusedTeam({ code: 'INTROUVABLE' }, members);
      const actor = actorOf(visit);
      const read = readMember(visit, typed, {
        kept: memberOf(row),
        leads: leads(actor, teamIdOf(visit)),
        own: row.compteId === actor.compte,
      });
      if (!read.ok) return { errors: read.refusal };
      const { sortie: _, ...member } = read.value;
      const version = Number(typed.get('version'));
      const where = { teamId: teamIdOf(visit), memberId: row.id };
      const corrected = await correctMember(invitationNeeds(visit), { ...where, version, member });
      const done = corrected.ok && corrected.value.isProposed ? 'changement-propose' : 'membre-corrige';
      if (corrected.ok) return { to: `${pathOf(visit)}/membres/${row.id}?fait=${done}` };
      if (corrected.refusal.code !== 'SORTIE_AVANT_ENTREE') return refusedTeam(corrected.refusal, members);
      return { errors: { entree: teamFormErrors.ARRIVEE_APRES_DEPART } };
    },
  }),
  'fixer-sortie': form({
    kind: 'membre',
    verb: 'fixer-sortie',
    object: memberInAddress,
    async run(visit, typed) {
      const read = complete(readForm(lastDayForm(true), typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const lastDay = read.value.sortie;
      const version = Number(typed.get('version'));
      const where = { teamId: teamIdOf(visit), memberId: memberIdOf(visit) };
      const set = await setLastDay(invitationNeeds(visit), { ...where, version, lastDay });
      if (!set.ok) return refusedTeam(set.refusal, await rowsOf(visit));
      const code = lastDay === null ? 'sortie-retiree' : 'sortie-fixee';
      return { to: `${pathOf(visit)}/membres/${memberIdOf(visit)}?fait=${code}` };
    },
  }),
  essayer: form({ ...correcting, writesNothing: true, run: tried }),
  [lineGesture]: form({ ...correcting, writesNothing: true, run: changeLines(memberForm) }),
};

export const leaveForms = {
  quitter: form({
    kind: 'equipe',
    verb: 'quitter',
    object: teamInAddress,
    async run(visit, typed) {
      const teamId = teamIdOf(visit);
      const seat = actorOf(visit).equipes.find(({ equipe }) => equipe === teamId);
      const read = complete(readForm(leaveForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const place = { teamId, memberId: seat?.membre ?? '', version: Number(typed.get('version')) };
      const left = await setLastDay(invitationNeeds(visit), { ...place, lastDay: read.value.sortie });
      return left.ok ? { to: '/espace?fait=equipe-quittee' } : refusedTeam(left.refusal, await rowsOf(visit));
    },
  }),
};
