import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { teamRoles } from '#domain/access/roles.ts';
import { healthProfessions } from '#domain/people/profession.ts';
import type { RegionSlug } from '#domain/shared/region.ts';
import { departureDeciders } from '#domain/team/departure.ts';
import { invitationStates } from '#domain/team/invitation.ts';
import { centreSchema, type OtherTeam, otherTeamsSchema, practices } from '#domain/team/member.schema.ts';
import { departementsSchema } from '#domain/team/team.schema.ts';
import { jsonText } from '../json-column.ts';
import { compte } from './accounts.ts';

/** An ESP CLAP team, from the day when someone gives it a name. */
export const equipe = sqliteTable(
  'equipe',
  {
    id: text().primaryKey(),
    nom: text().notNull(),
    /** `teamNameKey` of the domain: a name is unique in its region. */
    nomCle: text().notNull(),
    region: text().$type<RegionSlug>().notNull(),
    /** Codes of départements, as JSON, in order. */
    departements: jsonText(departementsSchema).notNull(),
    /** When its health project was handed to the ARS, which sees it from then on. */
    transmiseLe: text(),
    creeLe: text().notNull(),
    /** Counts changes: a form filled on an older version is told so, and loses nothing. */
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('equipe_nom').on(table.region, table.nomCle),
    index('equipe_transmise').on(table.region, table.transmiseLe),
  ],
);

/** Someone in a team, from a day to another. The row stays when the person leaves or closes the account. */
export const membre = sqliteTable(
  'membre',
  {
    id: text().primaryKey(),
    equipeId: text()
      .notNull()
      .references(() => equipe.id),
    /** Null until an invitation is accepted. */
    compteId: text().references(() => compte.id, { onDelete: 'set null' }),
    /** The day when an account was first bound to the row: it stays when the account goes. Null: nobody joined. */
    rejointLe: text(),
    role: text({ enum: teamRoles }).notNull().default('membre'),
    nom: text().notNull(),
    prenom: text().notNull(),
    profession: text({ enum: healthProfessions }).notNull(),
    rpps: text(),
    /** Null, as the commune, until the person said so. */
    exercice: text({ enum: practices }),
    centre: jsonText(centreSchema),
    commune: text(),
    messagerie: text(),
    entree: text().notNull(),
    sortie: text(),
    /** Who decided the last day, and on which day: null as long as there is none. */
    sortiePar: text({ enum: departureDeciders }),
    sortieDecideeLe: text(),
    attestation: text(),
    autresEspClap: jsonText<readonly OtherTeam[]>(otherTeamsSchema).notNull(),
    cpts: text(),
    /**
     * The day when the association recorded that the person agreed without an account, the account that did, and why.
     * Null as long as it did not, and again when she joins, declines, or becomes someone else under the same row.
     */
    consentiLe: text(),
    consentiPar: text(),
    consentementMotif: text(),
    creeLe: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('membre_equipe').on(table.equipeId),
    index('membre_compte').on(table.compteId),
    /** An account holds one open place in a team. */
    uniqueIndex('membre_place').on(table.equipeId, table.compteId).where(sql`compte_id is not null and sortie is null`),
  ],
);

/** A change of who a member is, proposed by a référent, until she answers it. One at a time for a member. */
export const changementMembre = sqliteTable(
  'changement_membre',
  {
    id: text().primaryKey(),
    equipeId: text()
      .notNull()
      .references(() => equipe.id),
    membreId: text()
      .notNull()
      .unique()
      .references(() => membre.id),
    /** The account that proposed it, as long as it exists. */
    proposePar: text().notNull(),
    proposeLe: text().notNull(),
    /** `ProposedChange` of the domain, as JSON. */
    champs: text().notNull(),
  },
  (table) => [index('changement_membre_equipe').on(table.equipeId)],
);

/** The invitation of a member to bind an account to the row. One at a time for a member. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    equipeId: text()
      .notNull()
      .references(() => equipe.id),
    membreId: text()
      .notNull()
      .references(() => membre.id),
    email: text().notNull(),
    /** SHA-256 of the token of the last link sent: a new link makes the former void. */
    jeton: text().notNull().unique(),
    etat: text({ enum: invitationStates }).notNull(),
    /** Last day, in Paris, on which the link works. */
    jusquau: text().notNull(),
    /** How many mails were sent. */
    envois: integer().notNull().default(1),
    envoyeeLe: text().notNull(),
    /** The account that invited, as long as it exists. */
    invitePar: text(),
  },
  (table) => [
    index('invitation_equipe').on(table.equipeId),
    uniqueIndex('invitation_en_cours')
      .on(table.membreId)
      .where(sql`etat in ('envoyee', 'renvoyee', 'expiree', 'declinee')`),
    index('invitation_membre').on(table.membreId),
    index('invitation_echeance').on(table.etat, table.jusquau),
  ],
);

/** Members who ask that one of them becomes référent; two decide. */
export const succession = sqliteTable(
  'succession',
  {
    id: text().primaryKey(),
    equipeId: text()
      .notNull()
      .references(() => equipe.id),
    successeurId: text()
      .notNull()
      .references(() => membre.id),
    etat: text({ enum: ['ouverte', 'aboutie', 'abandonnee'] }).notNull(),
    ouverteLe: text().notNull(),
  },
  (table) => [
    index('succession_equipe').on(table.equipeId),
    uniqueIndex('succession_ouverte').on(table.successeurId).where(sql`etat = 'ouverte'`),
  ],
);

/** Who agreed to a succession. */
export const successionVoix = sqliteTable(
  'succession_voix',
  {
    successionId: text()
      .notNull()
      .references(() => succession.id),
    membreId: text()
      .notNull()
      .references(() => membre.id),
    donneeLe: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.successionId, table.membreId] })],
);
