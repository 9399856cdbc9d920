import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Member } from '#domain/team/member.schema.ts';
import { isPresentOn } from '#domain/team/membership.ts';
import type { Reader } from '../db/client.ts';
import { equipe, membre } from '../db/schema/teams.ts';
import { type MemberRow, memberOf, type TeamRow } from './team-store.ts';

/** A team of an account, by the row that is bound to it. */
export type OwnTeam = { readonly team: TeamRow; readonly seat: MemberRow; readonly isPresent: boolean };

/** What an account last said of itself in another of its rows; null when it did not. */
export async function ownDetailsElsewhere(db: Reader, account: string, exceptId: string): Promise<Member | null> {
  const saidElsewhere = and(eq(membre.compteId, account), ne(membre.id, exceptId), isNotNull(membre.exercice));
  const [row] = await db.select().from(membre).where(saidElsewhere).orderBy(desc(membre.creeLe)).limit(1);
  return row ? memberOf(row) : null;
}

/** The teams of which an account is or was a member, the oldest first. One that it came back to is given once. */
export async function teamsOf(db: Reader, account: string, today: string): Promise<OwnTeam[]> {
  const rows = await db
    .select({ team: equipe, seat: membre })
    .from(membre)
    .innerJoin(equipe, eq(equipe.id, membre.equipeId))
    .where(eq(membre.compteId, account))
    .orderBy(asc(equipe.creeLe), asc(membre.entree));
  const latest = new Map<string, OwnTeam>();
  for (const { team, seat } of rows) {
    const own = { team, seat, isPresent: isPresentOn(seat, today) };
    if (own.isPresent || !latest.get(team.id)?.isPresent) latest.set(team.id, own);
  }
  return [...latest.values()];
}
