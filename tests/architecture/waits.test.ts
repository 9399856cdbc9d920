import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Where another program is played, which keeps the database to itself now and then. */
const played = ['tests/server/accounts/many-writers.test.ts'];

const files = globSync('tests/{data,doors,domain,messages,pages,rights,server}/**/*.ts').map((file) =>
  file.replaceAll('\\', '/'),
);

test('no test waits for a time: a busy machine takes longer, an idle one is held up', () => {
  expect(files.length).toBeGreaterThan(100);
  const waiting = files.filter((file) =>
    /waitForTimeout|setTimeout\((?:resolve|done|\(\) => \w+\(\)), ?[\d_]+\)/.test(readFileSync(file, 'utf8')),
  );
  expect(waiting).toEqual(played);
});
