import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The outbox. A mail is written in the transaction of the change that it tells, then sent by the worker. It waits as
 * long as `prochainEssaiLe` has a value; once sent or given up, its text is emptied.
 */
export const courriel = sqliteTable(
  'courriel',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    destinataire: text().notNull(),
    sujet: text().notNull(),
    texte: text().notNull(),
    /** The event that the mail tells: one mail by key. */
    cle: text().notNull().unique(),
    creeLe: text().notNull(),
    /** Counted when a try begins. */
    essais: integer().notNull().default(0),
    prochainEssaiLe: text(),
    /** While one sender has the mail, nobody else takes it; past this instant that sender is held for dead. */
    bailJusqua: text(),
    bailPar: text(),
    envoyeLe: text(),
    abandonneLe: text(),
    derniereErreur: text(),
  },
  (table) => [
    index('courriel_a_envoyer').on(table.prochainEssaiLe, table.id),
    index('courriel_abandonne').on(table.abandonneLe),
    index('courriel_cree_le').on(table.creeLe),
  ],
);
