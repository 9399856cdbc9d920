import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSecrets } from '../../../src/server/auth/secrets.ts';

test('keys have 32 bytes, differ by purpose, stay the same at the next start, and only their owner reads the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cle-'));
  const path = join(folder, 'nouveau', 'cle');
  const secrets = readSecrets(path);
  const keys = Object.values(secrets).map((key) => Buffer.from(key).toString('hex'));
  expect(keys.map((key) => key.length)).toEqual(keys.map(() => 64));
  expect(keys.length).toBeGreaterThan(3);
  expect(new Set(keys).size).toBe(keys.length);
  expect(readSecrets(path)).toEqual(secrets);
  expect(readSecrets(join(folder, 'autre')).totp).not.toEqual(secrets.totp);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, 'court');
  expect(() => readSecrets(path)).toThrow(/not 32 bytes/);
  rmSync(folder, { recursive: true });
});
