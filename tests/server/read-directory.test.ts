import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDirectory } from '#server/directory/read-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fiches-'));
  cpSync('data/directory', join(root, 'data/directory'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, rows: unknown) => writeFileSync(join(root, 'data/directory', file), JSON.stringify(rows));
const retired = {
  id: 'dac-ancien',
  nom: 'DAC ancien',
  retireeLe: '2026-11-22',
  raison: 'Réuni avec un autre, selon un exemple écrit pour ce test.',
  remplaceePar: 'dac-aube',
};

test('the files of the repository are read whole', () => {
  expect(readDirectory(root).records).toHaveLength(474);
});

test('a wrong field stops the start, and says in which file, at which row, in which field', () => {
  const [first, ...rest] = readDirectory(root).records.filter(({ type }) => type === 'clic');
  write('clic.json', [{ ...first, telephone: '04 94 06 97 04' }, ...rest]);
  expect(() => readDirectory(root)).toThrow(/clic\.json[\s\S]*\[0\]\.telephone/);
});

test('an id used twice stops the start', () => {
  const [first] = readDirectory(root).records.filter(({ type }) => type === 'clic');
  write('clic.json', [first, first]);
  expect(() => readDirectory(root)).toThrow(/FICHE_REPETEE.*clic-/);
});

test('a withdrawn record is read, and must be gone and lead to a record that is there', () => {
  write('retirees.json', [retired]);
  expect(readDirectory(root).withdrawn).toEqual([retired]);
  write('retirees.json', [{ ...retired, id: 'dac-aube', remplaceePar: null }]);
  expect(() => readDirectory(root)).toThrow(/dac-aube/);
  write('retirees.json', [{ ...retired, remplaceePar: 'dac-nulle-part' }]);
  expect(() => readDirectory(root)).toThrow(/dac-nulle-part/);
});
