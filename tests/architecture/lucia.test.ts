import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The exit of decision 0012 stays one file. */
test('one file runs lucia, and one more names its types', () => {
  const importing = (pattern: RegExp) =>
    globSync('src/**/*.{ts,astro}').filter((file) => pattern.test(readFileSync(file, 'utf8')));
  expect(importing(/^import (?!type).*from 'lucia'/m)).toEqual(['src/server/auth/session.ts']);
  expect(importing(/from 'lucia'/).sort()).toEqual([
    'src/server/auth/session-adapter.ts',
    'src/server/auth/session.ts',
  ]);
});
