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

const logLinesPerPage = 50;

/** A page of what was done in a team, the latest first; past the last page, that one. */
export async function readTeamLog(
  { database: { db } }: ReadNeeds,
  teamId: string,
  asked: number,
): Promise<{ readonly lines: readonly TeamLogLine[]; readonly page: number; readonly pages: number }> {
  const { type, id } = teamInLog(teamId);
  const ofTeam = and(eq(journal.objetType, type), eq(journal.objetId, id));
  const [counted] = await db.select({ total: count() }).from(journal).where(ofTeam);
  const pages = Math.max(1, Math.ceil((counted?.total ?? 0) / logLinesPerPage));
  const page = Math.min(asked, pages);
  const rows = await db
    .select()
    .from(journal)
    .where(ofTeam)
    .orderBy(desc(journal.numero))
    .limit(logLinesPerPage)
    .offset((page - 1) * logLinesPerPage);
  return {
    page,
    pages,
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
