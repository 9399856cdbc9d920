import { and, eq } from 'drizzle-orm';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Reader, Writer } from '../db/client.ts';
import { compte } from '../db/schema/accounts.ts';
import { projet } from '../db/schema/dossier.ts';
import { equipe, membre } from '../db/schema/teams.ts';

type Read = Pick<Reader | Writer, 'select'>;

/** The facts on which rights over a team, or over its log, depend. */
export async function teamObject<K extends 'equipe' | 'journal-equipe'>(
  db: Read,
  kind: K,
  id: string,
): Promise<AccessObject<K> | Absent<K>> {
  const team = await teamFacts(db, id);
  return (team ? { kind, ...team } : { kind, absent: true }) as AccessObject<K> | Absent<K>;
}

/** The facts on which rights over a member of this team depend; a member of another team does not exist here. */
export async function memberObject(
  db: Read,
  teamId: string,
  memberId: string,
): Promise<AccessObject<'membre'> | Absent<'membre'>> {
  const team = await teamFacts(db, teamId);
  const [row] = await db
    .select({ id: membre.id })
    .from(membre)
    .where(and(eq(membre.id, memberId), eq(membre.equipeId, teamId)))
    .limit(1);
  return team && row ? { kind: 'membre', ...team, membre: row.id } : { kind: 'membre', absent: true };
}

/** The facts on which rights over a project depend. */
export async function projectObject(db: Read, id: string): Promise<AccessObject<'projet'> | Absent<'projet'>> {
  const [row] = await db
    .select({ equipe: equipe.id, region: equipe.region, transmisLe: projet.transmisLe })
    .from(projet)
    .innerJoin(equipe, eq(equipe.id, projet.equipeId))
    .where(eq(projet.id, id))
    .limit(1);
  if (!row) return { kind: 'projet', absent: true };
  return { kind: 'projet', equipe: row.equipe, region: row.region, transmise: row.transmisLe !== null };
}

/** The facts on which the right to open the project of a team depends: nothing of it was handed to anyone. */
export async function projectToOpen(db: Read, teamId: string): Promise<AccessObject<'projet'> | Absent<'projet'>> {
  const team = await teamFacts(db, teamId);
  return team ? { kind: 'projet', ...team, transmise: false } : { kind: 'projet', absent: true };
}

export async function accountObject(db: Read, id: string): Promise<AccessObject<'compte'> | Absent<'compte'>> {
  const [row] = await db.select({ id: compte.id }).from(compte).where(eq(compte.id, id)).limit(1);
  return row ? { kind: 'compte', compte: row.id } : { kind: 'compte', absent: true };
}

export async function teamFacts(db: Read, id: string) {
  const [row] = await db
    .select({ id: equipe.id, region: equipe.region, transmiseLe: equipe.transmiseLe })
    .from(equipe)
    .where(eq(equipe.id, id))
    .limit(1);
  return row ? { equipe: row.id, region: row.region, transmise: row.transmiseLe !== null } : null;
}
