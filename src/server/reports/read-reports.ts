import { desc, lt, sql } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { signalement } from '../db/schema/reports.ts';

export type ReceivedReport = typeof signalement.$inferSelect & {
  /** The order of arrival, to page by. */
  readonly place: number;
};

/** What readers said is wrong with records, the latest first, before a place in the order of arrival. */
export const readReports = (
  { database: { db } }: ReadNeeds,
  before: number | undefined,
  limit: number,
): Promise<ReceivedReport[]> =>
  db
    .select({
      id: signalement.id,
      structureId: signalement.structureId,
      motif: signalement.motif,
      preuve: signalement.preuve,
      recuLe: signalement.recuLe,
      place: arrival,
    })
    .from(signalement)
    .where(lt(arrival, before ?? Number.MAX_SAFE_INTEGER))
    .orderBy(desc(arrival))
    .limit(limit);

/** Rows are only ever added: the order of SQLite’s own row numbers is the order of arrival. */
const arrival = sql<number>`${signalement}.rowid`;
