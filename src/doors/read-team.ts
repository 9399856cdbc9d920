import { compositionOn } from '#domain/team/composition.ts';
import { communeByCode } from '#domain/territory/commune-index.ts';
import { memberOf, membersOf, readTeam } from '#server/team/team-store.ts';
import type { Visit } from './visit.ts';

/** A team as those who work for the association or the ARS read it; null when there is none. */
export async function teamToRead({ services, today }: Visit, id: string) {
  const { db } = services.database;
  const team = await readTeam(db, id);
  if (!team) return null;
  const members = await membersOf(db, id);
  return {
    team,
    members,
    today,
    // Conditions are shown here, not what depends on a plan.
    composition: compositionOn(members.map(memberOf), { day: today, paidPerCentre: Number.POSITIVE_INFINITY }),
    departements: services.communes.departements,
    communeName: (code: string) => communeByCode(services.communes, code)?.nom ?? code,
  };
}
