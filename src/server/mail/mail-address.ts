import { isIP } from 'node:net';
import { z } from 'zod';
import type { SettingRefusal } from '#domain/site/start-refusal.ts';

/** The relay that takes our mails, and how its connection is protected. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /**
   * `implicite`: TLS from the first byte (`smtps:`). `starttls`: the connection must turn to TLS before anything is
   * said. `aucun`: plain, towards this machine only.
   */
  readonly tls: 'implicite' | 'starttls' | 'aucun';
  readonly auth: { readonly user: string; readonly pass: string } | null;
};

export type Sender = { readonly name: string; readonly address: string };

/** One address and nothing else: no list, no name, no line break that would add a header. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(text);

/** `smtp://…` or `smtps://…`, with a user and a password percent-encoded; no other option can be slipped in. */
export const smtpUrlSchema = z
  .string()
  .refine(isSmtpUrl, 'RELAIS_ILLISIBLE' satisfies SettingRefusal['code'])
  .transform(smtpServer);

/** `ne-pas-repondre@exemple.fr`, or `Coordonnées <ne-pas-repondre@exemple.fr>`. */
export const senderSchema = z
  .string()
  .transform((text): Sender => {
    const named = /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim());
    return { name: named?.[1]?.trim() ?? '', address: named?.[2] ?? text.trim() };
  })
  .refine(({ address }) => isMailAddress(address), 'EXPEDITEUR_ILLISIBLE' satisfies SettingRefusal['code']);

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^smtps?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    url.search === '' &&
    url.hash === '' &&
    (url.username === '') === (url.password === '') &&
    [url.username, url.password].every(isPercentEncoded)
  );
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function smtpServer(text: string): SmtpServer {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const implicit = url.protocol === 'smtps:';
  const { username, password } = url;
  return {
    host,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicite' : isThisMachine(host) ? 'aucun' : 'starttls',
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
