import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '#server/db/client.ts';
import { enqueueMail } from '#server/mail/enqueue-mail.ts';
import type { SmtpServer } from '#server/mail/mail-address.ts';
import { createMailWorker, type MailWorker } from '#server/mail/mail-worker.ts';
import { type SendLetter, smtpTransport } from '#server/mail/smtp-transport.ts';
import { mailLine } from '../../../src/messages/site/mails.ts';

export const sender = { name: 'Coordonnées', address: 'ne-pas-repondre@exemple.fr' };

export type Outbox = {
  readonly database: Database;
  readonly address: string;
  /** The clock of the test, moved by hand. */
  readonly clock: { now: Date };
  readonly told: string[];
  enqueue(key: string, at?: Date): Promise<void>;
  worker(send: SendLetter, name?: string, database?: Database): MailWorker;
  rows(): Promise<Record<string, unknown>[]>;
};

/** An empty outbox on a database file of its own, at 10:00 UTC on 22 November 2026. */
export async function openOutbox(): Promise<Outbox> {
  const folder = mkdtempSync(join(tmpdir(), 'courriel-'));
  const address = `file:${join(folder, 'test.db')}`;
  const database = await openDatabase(address);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  const clock = { now: new Date('2026-11-22T10:00:00.000Z') };
  const told: string[] = [];
  return {
    database,
    address,
    clock,
    told,
    enqueue: (key, at = clock.now) =>
      database.write((tx) =>
        enqueueMail(tx, {
          key,
          to: `${key}@exemple.fr`,
          subject: 'Une équipe vous invite',
          text: 'Ouvrez le lien.',
          at,
        }),
      ),
    worker: (send, name = 'un', from = database) =>
      createMailWorker({
        database: from,
        send,
        name,
        now: () => clock.now,
        jitter: () => 0,
        tell: (trouble) => told.push(mailLine(trouble)),
      }),
    rows: async () =>
      (await database.client.execute('select * from courriel order by id')).rows.map((row) => ({ ...row })),
  };
}

/** Patient enough for a busy machine. */
export const sendTo = (server: SmtpServer): SendLetter =>
  smtpTransport(server, sender, { connectMs: 10_000, silenceMs: 10_000, wholeMs: 20_000 });

/** For a relay that never answers, where waiting longer shows nothing more. */
export const sendHastilyTo = (server: SmtpServer): SendLetter =>
  smtpTransport(server, sender, { connectMs: 300, silenceMs: 300, wholeMs: 5_000 });
