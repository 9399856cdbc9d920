import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A group that answers the wizard together: no account, no address, nothing kept past `effaceLe`. */
export const groupe = sqliteTable(
  'groupe',
  {
    /** SHA-256 of the key in the group's address: this table alone opens no group. */
    id: text().primaryKey(),
    /** SHA-256 of the secret of whoever opened it. */
    proprietaire: text().notNull(),
    ouvertLe: text().notNull(),
    effaceLe: text().notNull(),
  },
  (table) => [index('groupe_efface_le').on(table.effaceLe), index('groupe_ouvert_le').on(table.ouvertLe)],
);

/** What one participant answered, under the name chosen for the group. */
export const groupeReponse = sqliteTable(
  'groupe_reponse',
  {
    groupeId: text()
      .notNull()
      .references(() => groupe.id),
    /** The name without case nor accents: one set of answers a name. */
    nomCle: text().notNull(),
    nom: text().notNull(),
    /** The answers as the query string of the wizard, with the version of the rules. */
    reponses: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupeId, table.nomCle] })],
);

/** One vote by participant and by model. */
export const groupeVote = sqliteTable(
  'groupe_vote',
  {
    groupeId: text()
      .notNull()
      .references(() => groupe.id),
    nomCle: text().notNull(),
    modele: text().notNull(),
    avis: text({ enum: ['pour', 'contre'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupeId, table.nomCle, table.modele] })],
);
