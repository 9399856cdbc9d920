import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Sender, SmtpServer } from './mail-address.ts';

export type Letter = {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly writtenAt: Date;
};

/**
 * `refuse`: the relay will never take this mail for this person. `reporte`: it may later. `panne`: the relay itself
 * cannot be reached, does not trust us or does not answer, whatever the mail.
 */
export type Delivery =
  | { readonly outcome: 'envoye' }
  | { readonly outcome: 'refuse' | 'reporte' | 'panne'; readonly why: string };

export type SendLetter = (letter: Letter, signal: AbortSignal) => Promise<Delivery>;

export type SmtpTimeouts = {
  /** To connect, greet and turn to TLS. */
  readonly connectMs: number;
  /** Silence in the middle of the exchange. */
  readonly silenceMs: number;
  /** The whole of one mail; shorter than the worker's lease. */
  readonly wholeMs: number;
};

const patience: SmtpTimeouts = { connectMs: 15_000, silenceMs: 30_000, wholeMs: 90_000 };

/**
 * Sends over SMTP, one connection by mail. Away from this machine nothing is said without TLS 1.2 and a valid
 * certificate. The Message-ID comes from the key alone and the Date from the writing, so that a mail sent twice after
 * a crash is twice the same, and mailboxes that compare identifiers show it once.
 */
export function smtpTransport(server: SmtpServer, from: Sender, timeouts: SmtpTimeouts = patience): SendLetter {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicite',
    requireTLS: server.tls === 'starttls',
    // A relay on this machine often shows a certificate made for another name.
    ignoreTLS: server.tls === 'aucun',
    tls: { minVersion: 'TLSv1.2' },
    ...(server.auth && { auth: server.auth }),
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.split('@')[1];

  return async ({ key, to, subject, text, writtenAt }, signal) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        date: writtenAt,
        messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeouts.wholeMs)]),
      });
      return { outcome: 'envoye' };
    } catch (error) {
      return { outcome: outcomeOf(error as SmtpError), why: (error as Error).message.slice(0, 300) };
    }
  };
}

type SmtpError = Error & { readonly responseCode?: number; readonly command?: string };

/** RFC 5321 §4.2.1: 5xx is final, 4xx is not; only what answers the recipient or the text speaks of this mail. */
function outcomeOf({ responseCode = 0, command = '' }: SmtpError): 'refuse' | 'reporte' | 'panne' {
  if (responseCode < 400 || !/^(?:RCPT TO|DATA)/.test(command)) return 'panne';
  // 421: the relay is closing, it says nothing of the mail.
  if (responseCode === 421) return 'panne';
  return responseCode >= 500 ? 'refuse' : 'reporte';
}
