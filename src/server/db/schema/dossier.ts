import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { keptAnswerSchema } from '#domain/dossier/draft.ts';
import { projectMoves, projectStates } from '#domain/dossier/life.ts';
import { projectFormIds } from '#domain/dossier/project-form.schema.ts';
import { jsonText } from '../json-column.ts';
import { equipe, membre } from './teams.ts';

/** A projet de santé: its state, and what was decided of it. */
export const projet = sqliteTable(
  'projet',
  {
    id: text().primaryKey(),
    equipeId: text()
      .notNull()
      .references(() => equipe.id),
    /** The form that it was begun on, and stays on. */
    formulaire: text({ enum: projectFormIds }).notNull(),
    etat: text({ enum: projectStates }).notNull(),
    /** Counts moves: a decision taken on an older one is told so. */
    revision: integer().notNull().default(1),
    creeLe: text().notNull(),
    /** The account that reviews it; null until someone takes charge. */
    instructeurId: text(),
    /** Number of the last version that was frozen; 0 for none. */
    version: integer().notNull().default(0),
    /** When it was first handed to the ARS, which sees it from then on. */
    transmisLe: text(),
    reference: text(),
    /** Civil days: of the decision, of the signature of the convention, of its effect and of its end. */
    decideLe: text(),
    signeeLe: text(),
    effetLe: text(),
    finLe: text(),
    /** The project that this one was copied from. */
    copieDe: text(),
  },
  (table) => [
    /** A team has one project that lives. */
    uniqueIndex('projet_vivant').on(table.equipeId).where(sql`etat not in ('refuse', 'abandonne', 'resilie')`),
    index('projet_equipe').on(table.equipeId),
    index('projet_etat').on(table.etat),
  ],
);

/** The draft of a project: a row an answer, and a row a line of a group (`DraftRow` of the domain). */
export const projetReponse = sqliteTable(
  'projet_reponse',
  {
    projetId: text()
      .notNull()
      .references(() => projet.id),
    champ: text().notNull(),
    /** Null: what was answered was taken away. */
    valeur: jsonText(keptAnswerSchema),
    /** Counts changes of this answer alone. */
    version: integer().notNull(),
    /** The account that wrote it last. */
    par: text().notNull(),
    le: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.projetId, table.champ] })],
);

/** A version of a project, frozen: no row changes but for the day of its deposit. */
export const projetVersion = sqliteTable(
  'projet_version',
  {
    projetId: text()
      .notNull()
      .references(() => projet.id),
    numero: integer().notNull(),
    /** `VersionContent` of the domain, as canonical JSON: the very text that the fingerprint is of. */
    contenu: text().notNull(),
    /** SHA-256 of `contenu`, in hexadecimal. */
    empreinte: text().notNull(),
    figeeLe: text().notNull(),
    figeePar: text().notNull(),
    deposeeLe: text(),
  },
  (table) => [primaryKey({ columns: [table.projetId, table.numero] })],
);

/** A member approves a version of a project, by her account. */
export const projetApprobation = sqliteTable(
  'projet_approbation',
  {
    projetId: text()
      .notNull()
      .references(() => projet.id),
    numero: integer().notNull(),
    membreId: text()
      .notNull()
      .references(() => membre.id),
    compteId: text().notNull(),
    empreinte: text().notNull(),
    le: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.projetId, table.numero, table.membreId] })],
);

/** The life of a project, one row a state that it came to. */
export const projetEtape = sqliteTable(
  'projet_etape',
  {
    projetId: text()
      .notNull()
      .references(() => projet.id),
    /** The revision that the move made. */
    rang: integer().notNull(),
    etat: text({ enum: projectStates }).notNull(),
    /** The move that led there; `ouvrir` for the first. */
    verbe: text({ enum: ['ouvrir', ...projectMoves] }).notNull(),
    depuis: text().notNull(),
    /** The account that moved it, or `systeme`. */
    par: text().notNull(),
    motif: text(),
  },
  (table) => [primaryKey({ columns: [table.projetId, table.rang] })],
);
