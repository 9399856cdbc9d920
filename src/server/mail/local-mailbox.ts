import { and, desc, isNotNull, lt } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';

/**
 * The mails that wait, last written first: without a relay, all of them. They carry links that open an account:
 * to be shown on this machine alone, and only when no relay is set.
 * @param before the id of the last mail of the page before.
 */
export const readLocalMailbox = (
  { database: { db } }: ReadNeeds,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 }: { readonly before?: number; readonly limit?: number } = {},
) =>
  db
    .select({
      id: courriel.id,
      destinataire: courriel.destinataire,
      sujet: courriel.sujet,
      texte: courriel.texte,
      creeLe: courriel.creeLe,
      derniereErreur: courriel.derniereErreur,
    })
    .from(courriel)
    .where(and(lt(courriel.id, before), isNotNull(courriel.prochainEssaiLe)))
    .orderBy(desc(courriel.id))
    .limit(limit);
