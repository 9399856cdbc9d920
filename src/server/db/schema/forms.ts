import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The answer to a form just sent, so that the same form sent again gets the same answer and changes nothing more. */
export const reponseFormulaire = sqliteTable(
  'reponse_formulaire',
  {
    /** Keyed hash of the sending and of the session that it came with. */
    id: text().primaryKey(),
    /** Sealed under a key that only who sends the form again can give; null while it is being made. */
    contenu: text(),
    /** Milliseconds since 1970. */
    oublierLe: integer().notNull(),
  },
  (table) => [index('reponse_formulaire_oublier_le').on(table.oublierLe)],
);
