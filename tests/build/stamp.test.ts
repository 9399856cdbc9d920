import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isFresh, stamp } from '../../scripts/build/stamp.ts';

function project(): { root: string; dist: string } {
  const root = mkdtempSync(join(tmpdir(), 'coordonnees-build-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['src/pages', 'content/modeles', 'data', 'scripts/build', 'dist']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const file of [
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'content/modeles/msp.md',
  ]) {
    writeFileSync(join(root, file), file);
  }
  return { root, dist: join(root, 'dist') };
}

test('without a stamp a build is stale, with its stamp it is fresh', () => {
  const { root, dist } = project();
  expect(isFresh(root, dist)).toBe(false);
  stamp(root, dist);
  expect(isFresh(root, dist)).toBe(true);
});

test.each([
  'content/modeles/msp.md',
  'src/pages/nouvelle.astro',
  'data/dac.json',
  'package-lock.json',
  'scripts/build/a.ts',
])('a change in %s makes the build stale', (file) => {
  const { root, dist } = project();
  stamp(root, dist);
  writeFileSync(join(root, file), 'autre chose');
  expect(isFresh(root, dist)).toBe(false);
});

test('a change in a test or in the documentation leaves the build fresh', () => {
  const { root, dist } = project();
  stamp(root, dist);
  mkdirSync(join(root, 'tests'));
  writeFileSync(join(root, 'tests/a.test.ts'), 'a');
  writeFileSync(join(root, 'README.md'), 'a');
  expect(isFresh(root, dist)).toBe(true);
});
