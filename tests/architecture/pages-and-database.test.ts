import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const pages = globSync('src/pages/**/*.{ts,astro}').sort();

test('there are pages to guard', () => expect(pages.length).toBeGreaterThan(50));

/** A page calls verbs, which have names and tests; with the connection in hand it could ask anything, or write. */
test.each(pages)('%s reads and writes through verbs, never through the connection', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/\bdb\b|\bdatabase\b[^;\n]*\.(?:client|write)\b|drizzle|server\/db\//);
});
