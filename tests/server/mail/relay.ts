import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { SmtpServer } from '#server/mail/mail-address.ts';

export type Relay = {
  readonly server: SmtpServer;
  /** The mails that it answered 250 to, in order. */
  readonly received: Email[];
  stop(): Promise<void>;
};

type Behaviour = Pick<
  SMTPServerOptions,
  'onConnect' | 'onRcptTo' | 'onData' | 'onAuth' | 'authOptional' | 'authMethods' | 'disabledCommands' | 'hideSTARTTLS'
>;

/** A real SMTP server on a free port of the loopback, that accepts everything unless told otherwise; it stops with the test. */
export async function openRelay(behaviour: Behaviour = {}): Promise<Relay> {
  const received: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        received.push(await PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
    ...behaviour,
  });
  // A client that was cut is what several tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  const { port } = server.server.address() as AddressInfo;
  return { server: { host: '127.0.0.1', port, tls: 'aucun', auth: null }, received, stop };
}

/** The refusal that smtp-server sends for an error. */
export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
