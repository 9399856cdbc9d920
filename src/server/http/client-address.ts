import type { Config } from '../config.ts';

/**
 * The address that a request comes from, to count requests and for nothing else. Behind a proxy that we trust, the
 * last address of X-Forwarded-For is the one our own proxy wrote; the others are the client's word.
 */
export function clientAddress(
  { trustProxy }: Pick<Config, 'trustProxy'>,
  forwarded: string | null | undefined,
  peer: string,
): string {
  return (trustProxy && forwarded?.split(',').at(-1)?.trim()) || peer;
}
