import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { journal } from '../db/schema/audit.ts';

export type LogLine = typeof journal.$inferSelect;
type Wanted = {
  /** `public`, `systeme`, or the id of an account. */
  readonly actor?: string | undefined;
  readonly object?: { readonly type: string; readonly id: string } | undefined;
  /** Lines before this number: the latest of them. */
  readonly before?: number | undefined;
  /** Lines after this number: the first of them. */
  readonly after?: number | undefined;
  readonly limit: number;
};

/** Lines of the log, the latest first. */
export async function readLog(
  { database: { db } }: ReadNeeds,
  { actor, object, before = Number.MAX_SAFE_INTEGER, after, limit }: Wanted,
): Promise<LogLine[]> {
  const lines = await db
    .select()
    .from(journal)
    .where(
      and(
        lt(journal.numero, before),
        after === undefined ? undefined : gt(journal.numero, after),
        actor === undefined ? undefined : eq(journal.acteur, actor),
        object && and(eq(journal.objetType, object.type), eq(journal.objetId, object.id)),
      ),
    )
    .orderBy(after === undefined ? desc(journal.numero) : asc(journal.numero))
    .limit(limit);
  return after === undefined ? lines : lines.reverse();
}
