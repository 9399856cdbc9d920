import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { layerKinds } from '#domain/directory/layer.schema.ts';

/** The truth of the directory: what each origin says of each structure, field by field, with source and date. */
export const couche = sqliteTable(
  'couche',
  {
    structureId: text().notNull(),
    /** « fichiers », the name of an edition, « declaration », or the id of a correction. */
    origine: text().notNull(),
    nature: text({ enum: layerKinds }).notNull(),
    /** Among layers of one kind, the higher one wins. */
    rang: integer().notNull(),
    /** JSON in the form of `layerContentSchema`. */
    contenu: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.structureId, table.origine] }),
    index('couche_origine').on(table.origine, table.structureId),
  ],
);

/**
 * The directory as it is read: written from the layers by `project`, and by nothing else. Beside these tables, unknown
 * to drizzle: `structure_recherche` (FTS5 over words and places) and `structure_position` (R*Tree over points), both
 * keyed by `numero`.
 */
export const structure = sqliteTable(
  'structure',
  {
    /** The place of the record in the order of lists, with gaps. */
    numero: integer().primaryKey(),
    id: text().notNull().unique(),
    /** The whole record as JSON, in the form of `structureRecordSchema`. */
    fiche: text().notNull(),
    /** What `numero` follows: `listKey` of the record, then its id. */
    tri: text().notNull().default(''),
  },
  (table) => [index('structure_tri').on(table.tri, table.id)],
);

/** Records that were taken out: their addresses go on answering. */
export const structureRetiree = sqliteTable('structure_retiree', {
  id: text().primaryKey(),
  /** JSON in the form of `withdrawnSchema`. */
  fiche: text().notNull(),
});

/** How many structures of each type France, a region or a department has, so that a list says its total at once. */
export const structureCompte = sqliteTable(
  'structure_compte',
  { cle: text().notNull(), type: text().notNull(), nombre: integer().notNull() },
  (table) => [primaryKey({ columns: [table.cle, table.type] })],
);

/** What the database knows of itself, such as the fingerprints of the files that it was loaded from. */
export const meta = sqliteTable('meta', {
  cle: text().primaryKey(),
  valeur: text().notNull(),
});
