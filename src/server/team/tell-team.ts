import { and, eq, isNotNull } from 'drizzle-orm';
import { isPresentOn } from '#domain/team/membership.ts';
import type { Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { membre } from '../db/schema/teams.ts';
import type { TeamNeeds, TeamNotice } from './team-store.ts';

type Tells = Pick<TeamNeeds, 'send' | 'actor' | 'today'>;

/**
 * What is told, in which page it is read, and of what event: what happened, once and for all, such as
 * `succession:<id>:ouverte`. Nobody is written to twice of it.
 */
type Notice = { readonly type: TeamNotice; readonly path: string; readonly event: string };

/** Writes to every account of a team but the one that acts that something waits in a page of the team. */
export async function tellTeam(
  tx: Writer,
  needs: Tells,
  { teamId, ...waiting }: { readonly teamId: string } & Omit<Notice, 'type'>,
): Promise<void> {
  const seats = await seatsToTell(tx, needs, teamId);
  await tellAll(tx, needs, seats, { type: 'attente', ...waiting });
}

/** Writes to the référents of a team, but the one who acts. */
export async function tellReferents(
  tx: Writer,
  needs: Tells,
  { teamId, ...notice }: { readonly teamId: string } & Notice,
): Promise<void> {
  const seats = await seatsToTell(tx, needs, teamId);
  await tellAll(
    tx,
    needs,
    seats.filter(({ role }) => role === 'referent'),
    notice,
  );
}

/** Writes to the account of one member, who may be gone from the team; to nobody when none is bound. */
export async function tellMember(
  tx: Writer,
  needs: Tells,
  { memberId, ...notice }: { readonly memberId: string } & Notice,
): Promise<void> {
  const ofMember = and(eq(membre.id, memberId), isNotNull(compte.email));
  await tellAll(tx, needs, await seatsWhere(tx, ofMember), notice);
}

async function tellAll(tx: Writer, { send, actor }: Tells, seats: readonly Told[], { event, ...notice }: Notice) {
  for (const { id, email } of seats) {
    if (id !== actor && email !== null) await send(tx, { ...notice, to: email, key: `${event}:${id}` });
  }
}

type Told = Awaited<ReturnType<typeof seatsWhere>>[number];

async function seatsToTell(tx: Writer, { today }: Tells, teamId: string): Promise<Told[]> {
  const seats = await seatsWhere(tx, and(eq(membre.equipeId, teamId), isNotNull(compte.email)));
  return seats.filter((seat) => isPresentOn(seat, today));
}

const seatsWhere = (tx: Writer, condition: ReturnType<typeof and>) =>
  tx
    .select({ id: compte.id, email: compte.email, role: membre.role, entree: membre.entree, sortie: membre.sortie })
    .from(membre)
    .innerJoin(compte, eq(compte.id, membre.compteId))
    .where(condition);

export const referentsPath = (teamId: string): string => `/espace/equipes/${teamId}/referents`;
export const memberPath = (teamId: string, memberId: string): string => `/espace/equipes/${teamId}/membres/${memberId}`;
