import { appointByAssociation, appointReferent, stepDownAsReferent } from '#server/team/referents.ts';
import { abandonSuccession, supportSuccession } from '#server/team/succession.ts';
import { membersOf } from '#server/team/team-store.ts';
import { teamFormErrors } from '../../messages/team/form-errors.ts';
import { memberName } from '../../messages/team/team.ts';
import { form, type Outcome } from '../form.ts';
import { actorOf, type Visit } from '../visit.ts';
import { invitationNeeds, refusedReferent } from './invitation-needs.ts';
import { teamIdOf, teamInAddress, teamNeeds } from './team-needs.ts';

const ofTeam = { kind: 'equipe', object: teamInAddress } as const;

/** The place of who acts in the team of the page. */
export const ownPlace = (visit: Visit): string =>
  actorOf(visit).equipes.find(({ equipe }) => equipe === teamIdOf(visit))?.membre ?? '';

const listOf = (visit: Visit, done: string): Outcome => ({
  to: `/espace/equipes/${teamIdOf(visit)}/referents?fait=${done}`,
});

const nobodyChosen = (field: 'membre' | 'successeur'): Outcome => ({
  errors: { [field]: teamFormErrors.PERSONNE_ABSENTE },
  status: 400,
});

async function refused(visit: Visit, refusal: Parameters<typeof refusedReferent>[0]): Promise<Outcome> {
  const members = await membersOf(visit.services.database.db, teamIdOf(visit));
  return refusedReferent(refusal, (id) => memberName(members, id));
}

export const referentForms = {
  nommer: form({
    ...ofTeam,
    verb: 'nommer-referent',
    async run(visit, typed) {
      if (!typed.get('membre')) return nobodyChosen('membre');
      const asked = { teamId: teamIdOf(visit), memberId: typed.get('membre') ?? '' };
      const named = await appointReferent(teamNeeds(visit), asked);
      return named.ok ? listOf(visit, 'referent-nomme') : refused(visit, named.refusal);
    },
  }),
  renoncer: form({
    ...ofTeam,
    verb: 'renoncer-referent',
    async run(visit) {
      const asked = { teamId: teamIdOf(visit), memberId: ownPlace(visit) };
      const stepped = await stepDownAsReferent(teamNeeds(visit), asked);
      return stepped.ok ? listOf(visit, 'role-rendu') : refused(visit, stepped.refusal);
    },
  }),
  soutenir: form({
    ...ofTeam,
    verb: 'soutenir-succession',
    async run(visit, typed) {
      if (!typed.get('successeur')) return nobodyChosen('successeur');
      const supported = await supportSuccession(invitationNeeds(visit), {
        teamId: teamIdOf(visit),
        memberId: ownPlace(visit),
        successorId: typed.get('successeur') ?? '',
      });
      if (!supported.ok) return refused(visit, supported.refusal);
      const { decided, opened } = supported.value;
      return listOf(visit, decided ? 'succession-decidee' : opened ? 'succession-proposee' : 'succession-soutenue');
    },
  }),
  abandonner: form({
    ...ofTeam,
    verb: 'soutenir-succession',
    async run(visit, typed) {
      const asked = { teamId: teamIdOf(visit), memberId: ownPlace(visit), successionId: typed.get('succession') ?? '' };
      const given = await abandonSuccession(teamNeeds(visit), asked);
      return given.ok ? listOf(visit, 'succession-retiree') : refused(visit, given.refusal);
    },
  }),
};

/** For the page of a team in the room of the association, at `/association/equipes/[equipe]`. */
export const associationReferentForms = {
  'designer-referent': form({
    ...ofTeam,
    verb: 'decider-succession',
    async run(visit, typed) {
      if (!typed.get('membre')) return nobodyChosen('membre');
      const asked = { teamId: teamIdOf(visit), memberId: typed.get('membre') ?? '' };
      const named = await appointByAssociation(teamNeeds(visit), asked);
      if (!named.ok) return refused(visit, named.refusal);
      return { to: `/association/equipes/${teamIdOf(visit)}?fait=referent-nomme` };
    },
  }),
};
