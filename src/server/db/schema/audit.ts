import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Every change of state, written in the same transaction as the change. Rows are only ever added (triggers refuse the
 * rest), and each carries the fingerprint of the one before it, so that a missing or altered row shows.
 */
export const journal = sqliteTable(
  'journal',
  {
    numero: integer().primaryKey(),
    /** ISO instant, UTC. */
    quand: text().notNull(),
    /** Who: `public`, `systeme`, or the id of an account. */
    acteur: text().notNull(),
    verbe: text().notNull(),
    objetType: text().notNull(),
    objetId: text().notNull(),
    /** What changed, as JSON without secrets nor personal data. */
    detail: text().notNull(),
    empreintePrecedente: text().notNull(),
    empreinte: text().notNull().unique(),
  },
  (table) => [index('journal_acteur').on(table.acteur), index('journal_objet').on(table.objetType, table.objetId)],
);
