import { isIP } from 'node:net';

/** Where passkeys are made and used: the domain that they are bound to, and the origin that browsers say. */
export type PasskeySite = { readonly rpId: string; readonly origin: string };

/**
 * The site for passkeys, or null: browsers bind a key to a name, never to an IP address, and only over https or on
 * one’s own machine. A site known as a loopback address is also reached as `localhost` on the same port, and only that
 * exact host is believed.
 * @param host of the request (`Host`), which anyone may write.
 */
export function passkeySite(siteUrl: string, host: string | null): PasskeySite | null {
  const { hostname, port, protocol, origin } = new URL(siteUrl);
  if (isLoopback(hostname) && host === `localhost:${port}`) {
    return { rpId: 'localhost', origin: `${protocol}//${host}` };
  }
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  const isTrustworthy = protocol === 'https:' || hostname === 'localhost';
  return isAddress || !isTrustworthy ? null : { rpId: hostname, origin };
}

/** The address at which passkeys work on one’s own machine; null when there is none. */
export function passkeyAddress(siteUrl: string): string | null {
  const { hostname, port } = new URL(siteUrl);
  return isLoopback(hostname) ? `http://localhost:${port}` : null;
}

const isLoopback = (hostname: string): boolean => hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
