import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** « Signaler une erreur »: closed choices only, so that no personal data can be typed. */
export const signalement = sqliteTable(
  'signalement',
  {
    id: text().primaryKey(),
    structureId: text().notNull(),
    motif: text().notNull(),
    /** Address of a public page that proves the right information, or null. */
    preuve: text(),
    recuLe: text().notNull(),
  },
  (table) => [index('signalement_structure').on(table.structureId, table.recuLe)],
);
