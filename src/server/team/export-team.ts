import { dayInParis } from '#domain/shared/civil-date.ts';
import type { ReadNeeds } from '../db/client.ts';
import { membersOn, readTeam, teamMemberOf } from './team-store.ts';

/** A team and everyone who is or was in it, without the accounts behind. Null when there is no such team. */
export async function exportTeam({ database: { db } }: ReadNeeds, teamId: string, now: Date) {
  const team = await readTeam(db, teamId);
  if (!team) return null;
  const { id, nom, region, departements, transmiseLe, creeLe } = team;
  const rows = await membersOn(db, teamId, dayInParis(now));
  return {
    exporteLe: now.toISOString(),
    equipe: { id, nom, region, departements, creeLe, transmiseLe },
    membres: rows.map((row) => ({ ...teamMemberOf(row), role: row.role, compteRelie: row.compteId !== null })),
  };
}
