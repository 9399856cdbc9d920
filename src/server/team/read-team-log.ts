import { and, count, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadNeeds } from '../db/client.ts';
import { journal } from '../db/schema/audit.ts';
import { teamInLog } from './team-store.ts';

export type TeamLogLine = {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly verb: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

export const logLinesPerPage = 50;

/** A page of what was done in a team, the latest first. */
export async function readTeamLog(
  { database: { db } }: ReadNeeds,
  teamId: string,
  page: number,
): Promise<{ readonly lines: readonly TeamLogLine[]; readonly total: number }> {
  const { type, id } = teamInLog(teamId);
  const ofTeam = and(eq(journal.objetType, type), eq(journal.objetId, id));
  const [counted] = await db.select({ total: count() }).from(journal).where(ofTeam);
  const rows = await db
    .select()
    .from(journal)
    .where(ofTeam)
    .orderBy(desc(journal.numero))
    .limit(logLinesPerPage)
    .offset((page - 1) * logLinesPerPage);
  return {
    total: counted?.total ?? 0,
    lines: rows.map(({ numero, quand, acteur, verbe, detail }) => ({
      number: numero,
      at: quand,
      actor: acteur,
      verb: verbe,
      detail: detailSchema.parse(JSON.parse(detail)),
    })),
  };
}

const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
