import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every form that is posted is drawn by the one component that gives it a key', () => {
  const posting = globSync('src/**/*.astro')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /<form\b[^>]*\bmethod=["']post["']/i.test(readFileSync(file, 'utf8')));
  expect(posting).toEqual(['src/components/form/PostForm.astro']);
});
