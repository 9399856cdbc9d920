import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logVerb } from '../../src/messages/shared/log.ts';

const written = globSync('src/server/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:verb: |told\(.*)'([a-z-]+)'/g)].map(([, verb]) => verb as string),
);

test('there are verbs to look at', () => {
  expect(written).toContain('ouvrir-compte');
  expect(new Set(written).size).toBeGreaterThan(30);
});

test.each([...new Set(written)].sort())('the log says « %s » in words', (verb) => {
  expect(logVerb(verb)).not.toBe(verb);
});
