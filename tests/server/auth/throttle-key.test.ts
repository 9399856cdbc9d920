import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { throttleKey } from '../../../src/server/auth/throttle-key.ts';

test('the key has 32 bytes, stays the same at the next start, and only its owner reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cle-'));
  const path = join(folder, 'nouveau', 'cle');
  const key = throttleKey(path);
  expect(key).toHaveLength(32);
  expect(throttleKey(path)).toEqual(key);
  expect(throttleKey(join(folder, 'autre'))).not.toEqual(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, 'court');
  expect(() => throttleKey(path)).toThrow(/not 32 bytes/);
  rmSync(folder, { recursive: true });
});
