import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
