import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { compte } from './accounts.ts';

/** A passkey: the public half of a key that never leaves its owner's device. */
export const cleAcces = sqliteTable(
  'cle_acces',
  {
    /** The credential id that the device gave, base64url. */
    id: text().primaryKey(),
    compteId: text()
      .notNull()
      .references(() => compte.id, { onDelete: 'cascade' }),
    /** COSE key, base64url. */
    clePublique: text().notNull(),
    /** How often the device says that it signed; 0 for keys that do not count. */
    compteur: integer().notNull(),
    /** `internal`, `usb`, `hybrid`…, as JSON. */
    transports: text().notNull(),
    /** The owner's own name for it. */
    nom: text().notNull(),
    creeLe: text().notNull(),
    utiliseeLe: text(),
  },
  (table) => [index('cle_acces_compte').on(table.compteId)],
);

/** Challenges already answered, so that none serves twice; until they would be refused for their age. */
export const defiUtilise = sqliteTable(
  'defi_utilise',
  { id: text().primaryKey(), oublierLe: integer().notNull() },
  (table) => [index('defi_utilise_oublier_le').on(table.oublierLe)],
);

/** The secret of an application of codes (RFC 6238), encrypted under a key that is not in the database. */
export const codeTotp = sqliteTable('code_totp', {
  compteId: text()
    .primaryKey()
    .references(() => compte.id, { onDelete: 'cascade' }),
  secretChiffre: text().notNull(),
  /** Null until the first right code: an application set up halfway protects nothing and locks nobody out. */
  confirmeLe: text(),
  /** The last time step that was accepted: a code seen over a shoulder does not serve twice. */
  dernierPas: integer().notNull(),
});

/** One-use codes for the day when the device is lost, under a keyed hash. */
export const codeSecours = sqliteTable(
  'code_secours',
  {
    id: text().primaryKey(),
    compteId: text()
      .notNull()
      .references(() => compte.id, { onDelete: 'cascade' }),
    utiliseLe: text(),
  },
  (table) => [index('code_secours_compte').on(table.compteId)],
);

/** Who an identity provider says that an account is. Keyed on issuer and subject, which alone never change hands. */
export const identite = sqliteTable(
  'identite',
  {
    emetteur: text().notNull(),
    sujet: text().notNull(),
    fournisseur: text({ enum: ['pro-sante-connect', 'proconnect'] }).notNull(),
    compteId: text()
      .notNull()
      .references(() => compte.id, { onDelete: 'cascade' }),
    /** National identifier as the provider writes it (`8` + RPPS, `ANS…`): never digits taken for granted. */
    identifiantNational: text(),
    rpps: text(),
    /** What the provider said at the last sign-in, as JSON: names, practices, employer. */
    declare: text().notNull(),
    lieeLe: text().notNull(),
    vueLe: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.emetteur, table.sujet] }), index('identite_compte').on(table.compteId)],
);

/** A sign-in that left for an identity provider and has not come back; one use, ten minutes. */
export const departOidc = sqliteTable(
  'depart_oidc',
  {
    /** SHA-256 of `state`. */
    id: text().primaryKey(),
    fournisseur: text({ enum: ['pro-sante-connect', 'proconnect'] }).notNull(),
    nonce: text().notNull(),
    verificateur: text(),
    /** SHA-256 of the cookie of the browser that left: nobody else may come back. */
    navigateur: text().notNull(),
    /** Set when someone signed in links an identity to her account. */
    compteId: text().references(() => compte.id, { onDelete: 'cascade' }),
    /** Local address to go on to. */
    suite: text().notNull(),
    oublierLe: integer().notNull(),
  },
  (table) => [index('depart_oidc_oublier_le').on(table.oublierLe), index('depart_oidc_compte').on(table.compteId)],
);
