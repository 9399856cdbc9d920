import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const bytes = 32;

/** One key a purpose, so that what one protects tells nothing of another. */
export type Secrets = {
  /** Counts of attempts are kept under it: without it they name nobody. */
  readonly attempts: Uint8Array;
  /** Encrypts the secrets of applications of codes. */
  readonly totp: Uint8Array;
  /** Recovery codes are kept under it. */
  readonly recovery: Uint8Array;
  /** Signs the challenges of passkeys. */
  readonly challenges: Uint8Array;
  /** Seals what a browser keeps between a provider of identities and us. */
  readonly identities: Uint8Array;
  /** Signs the links of the demonstration. */
  readonly demo: Uint8Array;
  /** Names the forms that were sent and seals what was answered, for who sends one again. */
  readonly forms: Uint8Array;
};

/**
 * The keys of the site, all drawn from one file that only its owner reads, made at the first start. It stays out of the
 * database: a copy of the database alone opens nothing. Losing it forgets the counts of attempts, and everyone sets up
 * codes again; passphrases and passkeys do not depend on it.
 * @throws Error when the file holds something else.
 */
export function readSecrets(path: string): Secrets {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx`: a key that exists is never written over.
    writeFileSync(path, randomBytes(bytes), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const master = readFileSync(path);
  if (master.length !== bytes) throw new Error(`The secret key in ${path} is not ${bytes} bytes long.`);
  const keyFor = (purpose: string) => new Uint8Array(hkdfSync('sha256', master, '', `coordonnees ${purpose}`, bytes));
  return {
    attempts: keyFor('attempts'),
    totp: keyFor('totp'),
    recovery: keyFor('recovery'),
    challenges: keyFor('challenges'),
    identities: keyFor('identities'),
    demo: keyFor('demo'),
    forms: keyFor('forms'),
  };
}
