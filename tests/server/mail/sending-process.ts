import { openDatabase } from '#server/db/client.ts';
import { createMailWorker } from '#server/mail/mail-worker.ts';
import { smtpTransport } from '#server/mail/smtp-transport.ts';

/** Sends an outbox from a process of its own, then ends: `<database> <port of the relay> <instant>`. */
const [address = '', port = '', instant = ''] = process.argv.slice(2);
const database = await openDatabase(address);
await createMailWorker({
  database,
  send: smtpTransport(
    { host: '127.0.0.1', port: Number(port), tls: 'aucun', auth: null },
    { name: '', address: 'ne-pas-repondre@exemple.fr' },
  ),
  name: String(process.pid),
  now: () => new Date(instant),
  jitter: () => 0,
  tell: console.error,
}).sendDue();
await database.close();
