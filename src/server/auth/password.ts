import { randomBytes } from 'node:crypto';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { normalisePassphrase } from '#domain/account/passphrase.ts';
import type { Result } from '#domain/shared/result.ts';
import { createSlots } from './slots.ts';

/** argon2id, 19 MiB, 2 passes: the minimum of OWASP’s Password Storage Cheat Sheet, about 50 to 90 ms of one core. */
const parameters = {
  // Algorithm.Argon2id and Version.V0x13 are `const enum`s, that plain Node cannot read.
  algorithm: 2,
  version: 1,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
} as const satisfies Options;

/** Two at once fill the cores of a small server; sixty waiting make three to five seconds. */
const slots = createSlots({ most: 2, longestQueue: 60 });

/** The PHC string to keep of a passphrase. */
export const hashPassphrase = (typed: string): Promise<Result<string, 'SERVEUR_OCCUPE'>> =>
  slots.run(() => hash(normalisePassphrase(typed), parameters));

/**
 * Whether `typed` is the passphrase kept as `stored`. Without account or without passphrase (null), as much work is
 * done for nothing, so that the time taken does not tell who has an account.
 */
export async function verifyPassphrase(
  stored: string | null,
  typed: string,
): Promise<Result<boolean, 'SERVEUR_OCCUPE'>> {
  const nobody = await hashOfNobody();
  return slots.run(async () => (await verify(stored ?? nobody, normalisePassphrase(typed))) && stored !== null);
}

/** True when the passphrase was kept under other parameters than today’s: to be hashed again at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const kept = parseOptions(stored);
  return (['algorithm', 'version', 'memoryCost', 'timeCost', 'parallelism', 'outputLen'] as const).some(
    (name) => kept[name] !== parameters[name],
  );
}

let ofNobody: Promise<string> | undefined;
const hashOfNobody = (): Promise<string> => {
  ofNobody ??= hash(randomBytes(32), parameters);
  return ofNobody;
};
