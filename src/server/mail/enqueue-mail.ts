import type { Writer } from '../db/client.ts';
import { courriel } from '../db/schema/mail.ts';
import { isMailAddress } from './mail-address.ts';

export type Mail = {
  /** What the mail is about, once and for all, such as `invitation:<id>:1`: a key already known adds no mail. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text; says that something waits and where, never what a dossier holds. */
  readonly text: string;
  readonly at: Date;
};

/**
 * Puts a mail in the outbox, in the transaction of the change that it tells: both are kept, or neither. The worker
 * sends it after the commit.
 * @throws TypeError when `to` is not exactly one address; it is checked where it is typed.
 */
export async function enqueueMail(tx: Writer, { key, to, subject, text, at }: Mail): Promise<void> {
  if (!isMailAddress(to)) throw new TypeError('A mail goes to one address.');
  const now = at.toISOString();
  await tx
    .insert(courriel)
    .values({ cle: key, destinataire: to, sujet: subject, texte: text, creeLe: now, prochainEssaiLe: now })
    .onConflictDoNothing({ target: courriel.cle });
}
