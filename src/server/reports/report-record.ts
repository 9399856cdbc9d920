import { and, eq, gte, sql } from 'drizzle-orm';
import type { Report } from '#domain/directory/report.schema.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Database } from '../db/client.ts';
import { signalement } from '../db/schema/reports.ts';

type Needs = { readonly database: Database; readonly now: Date; readonly newId: () => string };

/** Past this many reports of one record in a day, the next ones teach nothing new. */
const mostPerRecordAndDay = 20;

/** Keeps what a reader says is wrong with a record, for an editor to check. Nobody is identified. */
export function reportRecord(
  { database, now, newId }: Needs,
  report: Report,
): Promise<Result<void, 'TROP_DE_SIGNALEMENTS'>> {
  return database.write(async (tx) => {
    const since = new Date(now.getTime() - 24 * 3600 * 1000).toISOString();
    const [today] = await tx
      .select({ count: sql<number>`count(*)` })
      .from(signalement)
      .where(and(eq(signalement.structureId, report.fiche), gte(signalement.recuLe, since)));
    if ((today?.count ?? 0) >= mostPerRecordAndDay) return refuse('TROP_DE_SIGNALEMENTS');
    const id = newId();
    await tx
      .insert(signalement)
      .values({ id, structureId: report.fiche, motif: report.motif, preuve: report.preuve, recuLe: now.toISOString() });
    await appendAudit(tx, {
      at: now,
      actor: 'public',
      verb: 'signaler',
      object: { type: 'structure', id: report.fiche },
      detail: { signalement: id, motif: report.motif },
    });
    return accept(undefined);
  });
}
