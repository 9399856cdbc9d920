import { desc, lte } from 'drizzle-orm';
import type { ReadNeeds } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';

/** The mails given up until this instant, the latest first: to whom, about what, after how many tries and why. */
export const readDeadLetters = ({ database: { db } }: ReadNeeds, until: Date, limit = 50) =>
  db
    .select({
      id: courriel.id,
      destinataire: courriel.destinataire,
      sujet: courriel.sujet,
      creeLe: courriel.creeLe,
      abandonneLe: courriel.abandonneLe,
      essais: courriel.essais,
      derniereErreur: courriel.derniereErreur,
    })
    .from(courriel)
    .where(lte(courriel.abandonneLe, until.toISOString()))
    .orderBy(desc(courriel.abandonneLe))
    .limit(limit);
