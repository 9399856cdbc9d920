import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The directory's records, loaded from `data/directory` at start; the files stay the reference. Beside this table,
 * unknown to drizzle: `structure_recherche` (FTS5 over words and places) and `structure_position` (R*Tree over
 * points), both keyed by `numero`.
 */
export const structure = sqliteTable('structure', {
  /** The place of the record in the directory's order, by type then by name in French collation, with gaps. */
  numero: integer().primaryKey(),
  id: text().notNull().unique(),
  /** The whole record as JSON, in the form of `structureRecordSchema`. */
  fiche: text().notNull(),
});

/** How many structures of each type France, a region or a department has, so that a list says its total at once. */
export const structureCompte = sqliteTable(
  'structure_compte',
  { cle: text().notNull(), type: text().notNull(), nombre: integer().notNull() },
  (table) => [primaryKey({ columns: [table.cle, table.type] })],
);

/** What the database knows of itself, such as the fingerprint of the directory that it was loaded from. */
export const meta = sqliteTable('meta', {
  cle: text().primaryKey(),
  valeur: text().notNull(),
});
