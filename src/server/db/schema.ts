import { index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The directory's records, loaded from `data/directory` at start; the file stays the reference. */
export const structure = sqliteTable(
  'structure',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    nom: text().notNull(),
    /** The commune and the department of the seat, null when the address is not known. */
    commune: text(),
    departement: text(),
    lon: real(),
    lat: real(),
    /** The whole record as JSON, in the form of `structureRecordSchema`. */
    fiche: text().notNull(),
  },
  (table) => [
    index('structure_type').on(table.type, table.nom),
    index('structure_departement').on(table.departement),
    index('structure_commune').on(table.commune),
    index('structure_position').on(table.lat, table.lon),
  ],
);

/** One row per code of a structure's territory, so that « who covers this commune? » is one indexed read. */
export const structureTerritoire = sqliteTable(
  'structure_territoire',
  {
    structureId: text()
      .notNull()
      .references(() => structure.id, { onDelete: 'cascade' }),
    nature: text({ enum: ['departement', 'epci', 'commune', 'departement-en-partie'] }).notNull(),
    code: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.nature, table.code, table.structureId] }),
    index('structure_territoire_structure').on(table.structureId),
  ],
);

/** What the database knows of itself, such as the fingerprint of the directory files it was loaded from. */
export const meta = sqliteTable('meta', {
  cle: text().primaryKey(),
  valeur: text().notNull(),
});
