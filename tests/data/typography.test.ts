import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frenchTypography } from '../../src/domain/shared/typography.ts';

/**
 * Every text of a file that is a sentence: what the API gives as it stands, without the pass of the pages. What an
 * edition quotes word for word (`ecrit`) is shown nowhere.
 */
function sentences(node: unknown): string[] {
  if (typeof node === 'string') return node.includes(' ') ? [node] : [];
  if (Array.isArray(node)) return node.flatMap(sentences);
  if (!node || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) => (key === 'ecrit' ? [] : sentences(value)));
}

const files = globSync('data/**/*.json').filter((file) => !file.includes('territory'));

test('there are more than twenty files of facts to read', () => expect(files.length).toBeGreaterThan(20));

test.each(files)('%s: spaces and apostrophes are those of French printing', (file) => {
  const wrong = sentences(JSON.parse(readFileSync(file, 'utf8'))).filter((text) => frenchTypography(text) !== text);
  expect(wrong).toEqual([]);
});
