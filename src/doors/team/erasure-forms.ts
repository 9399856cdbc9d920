import { type ErasureRefusal, mayDeleteTeam } from '#domain/team/erasure.ts';
import type { Denied } from '#server/access/permit.ts';
import { deleteTeam } from '#server/team/delete-team.ts';
import { erasable, eraseMember } from '#server/team/erase-member.ts';
import { membersOf } from '#server/team/team-store.ts';
import { erasureSentence } from '../../messages/team/erasure.ts';
import { memberName } from '../../messages/team/team.ts';
import { form, type Outcome } from '../form.ts';
import { actorOf, type Visit } from '../visit.ts';
import { memberIdOf, memberInAddress, teamIdOf, teamInAddress, teamNeeds } from './team-needs.ts';
import type { TeamPage } from './team-page.ts';

/** A line made by mistake, on the page of its member. */
export const eraseMemberForms = {
  'effacer-membre': form({
    kind: 'membre',
    verb: 'effacer',
    object: memberInAddress,
    async run(visit) {
      const erased = await eraseMember(teamNeeds(visit), { teamId: teamIdOf(visit), memberId: memberIdOf(visit) });
      if (!erased.ok) return refused(visit, erased.refusal);
      return { to: `/espace/equipes/${teamIdOf(visit)}?fait=ligne-effacee` };
    },
  }),
};

/** A team that nobody else joined. */
export const deleteTeamForms = {
  'supprimer-equipe': form({
    kind: 'equipe',
    verb: 'supprimer',
    object: teamInAddress,
    async run(visit) {
      const deleted = await deleteTeam(teamNeeds(visit), { teamId: teamIdOf(visit) });
      return deleted.ok ? { to: '/espace?fait=equipe-supprimee' } : refused(visit, deleted.refusal);
    },
  }),
};

/** Whether the team may be deleted as it stands, and else why not: what pages offer. */
export function deletionOf(visit: Visit, { team, members }: Pick<TeamPage, 'team' | 'members'>) {
  const own = members.filter(({ compteId }) => compteId === actorOf(visit).compte).map(({ id }) => id);
  return mayDeleteTeam(members.map(erasable), { own, isHanded: team.transmiseLe !== null });
}

type Gone = { readonly code: 'INTROUVABLE' };

async function refused(visit: Visit, refusal: ErasureRefusal | Gone | Denied): Promise<Outcome> {
  if (refusal.code === 'DROIT_PERDU') return { denied: refusal.acces };
  const members = await membersOf(visit.services.database.db, teamIdOf(visit));
  return { errors: { '': erasureSentence(refusal, (id) => memberName(members, id)) }, status: 409 };
}
