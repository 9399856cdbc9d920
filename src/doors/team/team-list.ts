import type { CompositionReading } from '#domain/team/composition.ts';
import type { ListedTeam } from '#server/team/list-teams.ts';
import { membersOfTeams, teamMemberOf } from '#server/team/team-store.ts';
import { memberName, type NameOf } from '../../messages/team/team.ts';
import type { Visit } from '../visit.ts';
import { rulesOn } from './team-rules.ts';

/** A team of a list, with what its own page says of its composition. */
export type ReadTeam = ListedTeam & { readonly reading: CompositionReading; readonly nameOf: NameOf };

/** Reads the composition of the teams of a list, all their members at once. */
export async function readTeams({ services, today }: Visit, teams: readonly ListedTeam[]): Promise<ReadTeam[]> {
  const ids = teams.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await membersOfTeams(services.database.db, ids, today);
  return teams.map((team) => {
    const members = rows.filter(({ equipeId }) => equipeId === team.id);
    return {
      ...team,
      reading: rulesOn(services, team.region, members.map(teamMemberOf), today),
      nameOf: (id) => memberName(members, id),
    };
  });
}
