import { and, desc, eq, lt } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { journal } from '../db/schema/audit.ts';

export type LogLine = typeof journal.$inferSelect;
type Wanted = {
  /** `public`, `systeme`, or the id of an account. */
  readonly actor?: string | undefined;
  readonly object?: { readonly type: string; readonly id: string } | undefined;
  /** Lines before this number. */
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Lines of the log, the latest first. */
export const readLog = (
  { database: { db } }: ReadNeeds,
  { actor, object, before = Number.MAX_SAFE_INTEGER, limit }: Wanted,
): Promise<LogLine[]> =>
  db
    .select()
    .from(journal)
    .where(
      and(
        lt(journal.numero, before),
        actor === undefined ? undefined : eq(journal.acteur, actor),
        object && and(eq(journal.objetType, object.type), eq(journal.objetId, object.id)),
      ),
    )
    .orderBy(desc(journal.numero))
    .limit(limit);
