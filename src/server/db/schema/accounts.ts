import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staffRoles } from '#domain/access/roles.ts';
import type { RegionSlug } from '#domain/shared/region.ts';

/** Where a granted role counts: one region, or the whole portal. */
export type Scope = RegionSlug | 'portail';

/** A person who confirmed her address. Nothing is written here before that: see `jeton`. */
export const compte = sqliteTable('compte', {
  id: text().primaryKey(),
  /** As it is written to; null for who comes by Pro Santé Connect, which gives no address. */
  email: text(),
  /** What two writings of one address have in common (`parseEmail` of the domain). */
  emailCle: text().unique(),
  nom: text().notNull(),
  /** argon2id in PHC form; null for who never chose a passphrase. */
  empreinte: text(),
  secondFacteurRequis: integer({ mode: 'boolean' }).notNull().default(false),
  creeLe: text().notNull(),
});

/** An open session, under the SHA-256 of its token: this table alone opens none. */
export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    compteId: text()
      .notNull()
      .references(() => compte.id, { onDelete: 'cascade' }),
    /** Kept through rotations: the absolute limit counts from here. */
    ouverteLe: text().notNull(),
    /** The idle limit, moved forward by use. */
    expireLe: text().notNull(),
    /** When the second factor was given in this session, or null. */
    secondFacteurLe: text(),
    /** Browser and system in words, for the list that the person sees. */
    appareil: text().notNull(),
  },
  (table) => [index('session_compte').on(table.compteId), index('session_expire_le').on(table.expireLe)],
);

/** A link sent by e-mail, under the SHA-256 of its token. One use, then it only says that it was used. */
export const jeton = sqliteTable(
  'jeton',
  {
    id: text().primaryKey(),
    type: text({ enum: ['inscription', 'reinitialisation', 'email-ancien', 'email-nouveau'] }).notNull(),
    /** Null for an `inscription`, whose account does not exist yet. */
    compteId: text().references(() => compte.id, { onDelete: 'cascade' }),
    /** The same for the two links of one change of address; else that of the row alone. */
    demande: text().notNull(),
    /** `inscription` and `email-*`: the address to confirm. */
    email: text(),
    /** `inscription` only: name and passphrase (argon2id) of the account to be. */
    nom: text(),
    empreinte: text(),
    expireLe: text().notNull(),
    utiliseLe: text(),
  },
  (table) => [
    index('jeton_compte').on(table.compteId, table.type),
    index('jeton_demande').on(table.demande),
    index('jeton_expire_le').on(table.expireLe),
  ],
);

/** How often something was tried, under a keyed hash: neither an address nor an account can be read here. */
export const tentative = sqliteTable(
  'tentative',
  {
    cle: text().primaryKey(),
    nombre: integer().notNull(),
    /** Milliseconds since 1970, as the one below: compared in SQL. */
    attendreJusqua: integer().notNull(),
    oublierLe: integer().notNull(),
  },
  (table) => [index('tentative_oublier_le').on(table.oublierLe)],
);

/** A role granted to an account. */
export const habilitation = sqliteTable(
  'habilitation',
  {
    compteId: text()
      .notNull()
      .references(() => compte.id, { onDelete: 'cascade' }),
    role: text({ enum: staffRoles }).notNull(),
    portee: text().$type<Scope>().notNull(),
    accordeLe: text().notNull(),
    /** The account that granted it, or `systeme` for the first administrator. */
    accordePar: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.compteId, table.role, table.portee] }),
    index('habilitation_role').on(table.role),
  ],
);
