import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const bytes = 32;

/**
 * The key that counts of attempts are kept under, made at the first start in a file that only its owner reads. Losing
 * it forgets the counts and nothing else. It stays out of the database, and out of its backups.
 * @throws Error when the file holds something else.
 */
export function throttleKey(path: string): Uint8Array {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx`: a key that exists is never written over.
    writeFileSync(path, randomBytes(bytes), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(path);
  if (key.length !== bytes) throw new Error(`The key of attempts in ${path} is not ${bytes} bytes long.`);
  return key;
}
