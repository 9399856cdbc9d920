import { and, eq, isNotNull } from 'drizzle-orm';
import { isPresentOn } from '#domain/team/membership.ts';
import type { Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { membre } from '../db/schema/teams.ts';
import type { TeamNeeds } from './team-store.ts';

/**
 * Writes to every account of a team but the one that acts that something waits in a page of the team.
 * @param event what happened, once and for all, such as `succession:<id>:ouverte`: nobody is written to twice of it.
 */
export async function tellTeam(
  tx: Writer,
  { send, actor, today }: Pick<TeamNeeds, 'send' | 'actor' | 'today'>,
  { teamId, path, event }: { readonly teamId: string; readonly path: string; readonly event: string },
): Promise<void> {
  const seats = await tx
    .select({ id: compte.id, email: compte.email, entree: membre.entree, sortie: membre.sortie })
    .from(membre)
    .innerJoin(compte, eq(compte.id, membre.compteId))
    .where(and(eq(membre.equipeId, teamId), isNotNull(compte.email)));
  for (const { id, email, ...stay } of seats) {
    if (id === actor || email === null || !isPresentOn(stay, today)) continue;
    await send(tx, { type: 'attente', to: email, path, key: `${event}:${id}` });
  }
}

export const referentsPath = (teamId: string): string => `/espace/equipes/${teamId}/referents`;
