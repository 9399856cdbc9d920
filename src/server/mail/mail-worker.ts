import type { MailEnd, MailTrouble } from '#domain/site/mail-trouble.ts';
import type { Database } from '../db/client.ts';
import { type LeasedMail, leaseMail, markAbandoned, markDeferred, markSent } from './mail-lease.ts';
import { mostTries, waitAfterTry } from './retry-schedule.ts';
import type { SendLetter } from './smtp-transport.ts';

export type MailWorker = {
  /** Sends what is due, one mail after the other; a call during another joins it. */
  sendDue(): Promise<void>;
  /** Looks at the outbox now, then at this interval. */
  start(everyMs: number): void;
  /** Takes no other mail; the one under way may end, and is cut past the grace. */
  stop(graceMs: number): Promise<void>;
};

type Post = {
  readonly database: Database;
  readonly send: SendLetter;
  /** Who holds the leases; another name for each process. */
  readonly name: string;
  readonly now: () => Date;
  /** A number from 0 to 1, drawn anew for each wait. */
  readonly jitter: () => number;
  /** Hears what went wrong, without any address. */
  readonly tell: (trouble: MailTrouble) => void;
};

/** Longer than the longest exchange with the relay, so that a living sender never loses its mail to another. */
const leaseMs = 5 * 60_000;
const restAfterOutageMs = 60_000;
/** Its link no longer opens anything: it waited for a relay that was set up, or came back, much later. */
const staleMs = 3 * 24 * 3_600_000;

/**
 * Sends the outbox. A mail is leased, sent, then marked, before the next is taken, so each goes once: with several
 * workers (the lease), after a crash before the sending (the lease runs out, another try is made), and when the
 * database refuses the mark (it is asked again before anything else).
 *
 * One case cannot be closed: the process dies, or the connection is cut, after the relay accepted the mail and before
 * we know or could write it; SMTP has no way to ask. The mail then goes a second time, never zero times, under the
 * same Message-ID and the same date.
 */
export function createMailWorker({ database, send, name, now, jitter, tell }: Post): MailWorker {
  const cut = new AbortController();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | null = null;
  let restUntil = 0;
  let sentUnmarked: { readonly mail: LeasedMail; readonly at: Date } | null = null;

  const markWhatWasSent = async () => {
    if (!sentUnmarked) return;
    await markSent(database, sentUnmarked.mail, sentUnmarked.at);
    sentUnmarked = null;
  };

  const abandon = async (mail: LeasedMail, why: string) => {
    await markAbandoned(database, mail, now(), why);
    tell({ code: 'COURRIEL_ABANDONNE', id: mail.id, essais: mail.essais });
  };

  const sendOne = async (mail: LeasedMail) => {
    if (mail.essais > mostTries) return abandon(mail, 'ESSAI_SANS_FIN' satisfies MailEnd);
    if (now().getTime() - Date.parse(mail.creeLe) > staleMs) return abandon(mail, 'TROP_ANCIEN' satisfies MailEnd);
    const delivery = await send(letterOf(mail), cut.signal);
    if (delivery.outcome === 'envoye') {
      sentUnmarked = { mail, at: now() };
      return markWhatWasSent();
    }
    if (delivery.outcome === 'panne') {
      restUntil = now().getTime() + restAfterOutageMs;
      if (!stopped) tell({ code: 'RELAIS_EN_DEFAUT', cause: withoutAddress(delivery.why) });
    }
    if (delivery.outcome === 'refuse' || mail.essais === mostTries) return abandon(mail, delivery.why);
    const next = new Date(now().getTime() + waitAfterTry(mail.essais, jitter()));
    return markDeferred(database, mail, next, delivery.why);
  };

  const drain = async () => {
    await markWhatWasSent();
    while (!stopped && now().getTime() >= restUntil) {
      const mail = await leaseMail(database, { by: name, now: now(), ms: leaseMs });
      if (!mail) return;
      await sendOne(mail);
    }
  };

  const sendDue = () => {
    round ??= drain().finally(() => {
      round = null;
    });
    return round;
  };

  const look = () => {
    sendDue().catch((error: unknown) => tell({ code: 'ENVOI_INTERROMPU', cause: withoutAddress(String(error)) }));
  };

  return {
    sendDue,
    start(everyMs) {
      look();
      timer = setInterval(look, everyMs).unref();
    },
    async stop(graceMs) {
      stopped = true;
      clearInterval(timer);
      const grace = setTimeout(() => cut.abort(), graceMs);
      await round?.catch(() => undefined);
      clearTimeout(grace);
      await markWhatWasSent().catch(() => undefined);
    },
  };
}

/** A relay often repeats the recipient in its answer; the log does not. */
const withoutAddress = (text: string) => text.replace(/[^\s<>]+@[^\s<>]+/g, '…');

const letterOf = (mail: LeasedMail) => ({
  key: mail.cle,
  to: mail.destinataire,
  subject: mail.sujet,
  text: mail.texte,
  writtenAt: new Date(mail.creeLe),
});
