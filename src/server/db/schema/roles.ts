import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roleOfferStates } from '#domain/access/role-offer.ts';
import { staffRoles } from '#domain/access/roles.ts';
import { compte, type Scope } from './accounts.ts';

/** A role offered by a link, until some time after it was taken up, claimed or refused. */
export const offreRole = sqliteTable(
  'offre_role',
  {
    id: text().primaryKey(),
    /** SHA-256 of the token of the link. */
    jeton: text().notNull().unique(),
    role: text({ enum: staffRoles }).notNull(),
    portee: text().$type<Scope>().notNull(),
    /** Where the link was sent, as long as it waits; null for one that a command printed. */
    email: text(),
    /** The account that offers it, or `systeme`. */
    proposePar: text().notNull(),
    etat: text({ enum: roleOfferStates }).notNull(),
    /** The instant of the last move. */
    depuis: text().notNull(),
    /** The account that claims the role, or took it. */
    compteId: text().references(() => compte.id, { onDelete: 'set null' }),
    expireLe: text().notNull(),
  },
  (table) => [
    index('offre_role_echeance').on(table.etat, table.expireLe),
    index('offre_role_compte').on(table.compteId),
    index('offre_role_expire_le').on(table.expireLe),
  ],
);
