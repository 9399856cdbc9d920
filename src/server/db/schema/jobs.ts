import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The daily jobs, one row each, once they have begun a first time (`domain/site/daily-job.ts`). */
export const travailQuotidien = sqliteTable('travail_quotidien', {
  nom: text().primaryKey(),
  commenceLe: text().notNull(),
  /** Before this instant nobody else begins it: set when it begins, so that two processes never do it at once. */
  prochainLe: text().notNull(),
  /** How the last run that ended did; null before the first end. */
  finiLe: text(),
  dureeMs: integer(),
  /** Why the last run failed; null when it did what it had to. */
  echec: text(),
  /** The last end that was no failure. */
  reussiLe: text(),
});
