import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rules, readRules } from '#domain/orientation/rules.ts';

/** The files of `data/orientation` that make the rules; `exemples.json` is for tests. */
const files = ['general', 'questions', 'exclusions', 'prerequis', 'points', 'complements', 'notes', 'versions'];

/** Reads `data/orientation` under `root`; throws when a file is missing, not as its schema says, or contradicts another. */
export function readOrientation(root: string): Rules {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, 'data/orientation', `${name}.json`), 'utf8'));
  return readRules(Object.fromEntries(files.map((name) => [name, read(name)])));
}
