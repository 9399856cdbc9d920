import { accept, type Result, refuse } from '#domain/shared/result.ts';

export type Email = {
  /** As it is written to and shown: ASCII only, so that no letter can pass for another. */
  readonly address: string;
  /** The same for two writings of one address: what accounts are found by. */
  readonly key: string;
};

export type EmailRefusal = 'EMAIL_INVALIDE' | 'EMAIL_TROP_LONG';

/**
 * Reads an address as typed. The domain is lower-cased and put in ASCII (a Cyrillic « а » becomes `xn--…` and shows);
 * the part before the @ must be ASCII, as every mail host of the profession has it. Keys ignore case on both sides:
 * RFC 5321 lets a host tell `Anne` from `anne`, and none does.
 */
export function parseEmail(typed: string): Result<Email, EmailRefusal> {
  const text = typed.trim().normalize('NFKC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (at < 1 || !localPattern.test(local) || domain === null) return refuse('EMAIL_INVALIDE');
  const address = `${local}@${domain}`;
  if (local.length > 64 || address.length > 254) return refuse('EMAIL_TROP_LONG');
  return accept({ address, key: address.toLowerCase() });
}

/** Dot-separated atoms of RFC 5322, without quotes nor comments. */
const localPattern = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domainPattern = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;

function asciiDomain(domain: string): string | null {
  if (/[\s/?#@:\\%[\]]/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return domainPattern.test(hostname) ? hostname : null;
}
