import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Open to all, with neither account nor session: these say by themselves that what was sent is there already. */
const publicForms = [
  'src/components/orientation/GroupSave.astro',
  'src/components/orientation/GroupVote.astro',
  'src/pages/choisir/groupe/[cle].astro',
  'src/pages/choisir/groupe/index.astro',
  'src/pages/signaler.astro',
];

test('every form of a private page is drawn by the one component that gives it a key', () => {
  const posting = globSync('src/**/*.astro')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /<form\b[^>]*\bmethod=["']post["']/i.test(readFileSync(file, 'utf8')));
  expect(posting.sort()).toEqual([...publicForms, 'src/components/form/PostForm.astro'].sort());
});
