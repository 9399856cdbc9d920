import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database, Reader } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';

export type LeasedMail = typeof courriel.$inferSelect;

/** The mail that has waited longest among those whose time has come and that nobody is sending. */
export function dueMail(db: Pick<Reader, 'select'>, now: Date) {
  const at = now.toISOString();
  return db
    .select({ id: courriel.id })
    .from(courriel)
    .where(and(lte(courriel.prochainEssaiLe, at), or(isNull(courriel.bailJusqua), lte(courriel.bailJusqua, at))))
    .orderBy(asc(courriel.prochainEssaiLe), asc(courriel.id))
    .limit(1);
}

/**
 * Takes the next due mail for one sender, for a time; null when none is due. The try is counted here, before it is
 * made, so that a mail that kills the process at each try ends too.
 */
export async function leaseMail(
  database: Database,
  lease: { readonly by: string; readonly now: Date; readonly ms: number },
): Promise<LeasedMail | null> {
  // A read first: an empty outbox must not take the write lock at each look.
  if ((await dueMail(database.db, lease.now)).length === 0) return null;
  return database.write(async (tx) => {
    const [due] = await dueMail(tx, lease.now);
    if (!due) return null;
    const [taken] = await tx
      .update(courriel)
      .set({
        bailPar: lease.by,
        bailJusqua: new Date(lease.now.getTime() + lease.ms).toISOString(),
        essais: sql`${courriel.essais} + 1`,
      })
      .where(eq(courriel.id, due.id))
      .returning();
    return taken ?? null;
  });
}

const noLease = { bailPar: null, bailJusqua: null };

/** The text goes as soon as the mail has: the one-use link that it carries does not stay in the database. */
const over = { ...noLease, prochainEssaiLe: null, texte: '' };

/** Holds even when the lease ran out meanwhile: the relay has the mail, whoever is asking. */
export const markSent = (database: Database, { id }: LeasedMail, at: Date): Promise<unknown> =>
  database.write((tx) =>
    tx
      .update(courriel)
      .set({ ...over, envoyeLe: at.toISOString(), abandonneLe: null, derniereErreur: null })
      .where(and(eq(courriel.id, id), isNull(courriel.envoyeLe))),
  );

/** Gives the mail back for later; without effect when the lease ran out and another sender has it. */
export const markDeferred = (database: Database, mail: LeasedMail, next: Date, why: string): Promise<unknown> =>
  database.write((tx) =>
    tx
      .update(courriel)
      .set({ ...noLease, prochainEssaiLe: next.toISOString(), derniereErreur: why })
      .where(stillHeld(mail)),
  );

/** The mail will not be tried again; the list of dead letters shows it. */
export const markAbandoned = (database: Database, mail: LeasedMail, at: Date, why: string): Promise<unknown> =>
  database.write((tx) =>
    tx
      .update(courriel)
      .set({ ...over, abandonneLe: at.toISOString(), derniereErreur: why })
      .where(stillHeld(mail)),
  );

const stillHeld = ({ id, bailPar, essais }: LeasedMail) =>
  and(eq(courriel.id, id), eq(courriel.bailPar, bailPar ?? ''), eq(courriel.essais, essais));
