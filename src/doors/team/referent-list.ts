import { openSuccessionsOf } from '#server/team/succession.ts';
import type { MemberRow } from '#server/team/team-store.ts';
import type { Visit } from '../visit.ts';
import { teamIdOf } from './team-needs.ts';

/** Who runs the team, who could, and whom the members who are there have proposed. */
export async function referentList(visit: Visit, present: readonly MemberRow[]) {
  const withAccount = present.filter(({ compteId }) => compteId !== null);
  const candidates = withAccount.filter(({ role }) => role === 'membre');
  const successions = await openSuccessionsOf(visit.services.database.db, teamIdOf(visit));
  // Only the voices of members who are still there count.
  const open = successions.map((succession) => ({
    ...succession,
    voix: succession.voix.filter((voter) => withAccount.some(({ id }) => id === voter)),
  }));
  return {
    referents: withAccount.filter(({ role }) => role === 'referent'),
    candidates,
    open,
    proposable: candidates.filter(({ id }) => !open.some(({ successeur }) => successeur === id)),
  };
}
