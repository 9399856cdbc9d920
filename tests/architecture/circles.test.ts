import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, targetOf } from './imports.ts';

/** Who imports whom, types included: what cannot be read alone cannot be changed alone. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const files = globSync('src/**/*.{ts,astro}').map((file) => file.replaceAll('\\', '/'));
const byFile: Graph = new Map(
  files.map((file) => [file, new Set(importsOf(file).flatMap(({ name }) => targetOf(file, name) ?? []))]),
);

/** The folder of a room that holds a file (`src/server/mail`); a file at the root of a room stands for itself. */
const folderOf = (file: string): string => file.split('/').slice(0, 3).join('/');

function byFolder(room: string): Graph {
  const folders = new Map<string, Set<string>>();
  for (const [file, imported] of byFile) {
    if (!file.startsWith(room)) continue;
    const reached = folders.get(folderOf(file)) ?? new Set();
    for (const other of imported) {
      if (other.startsWith(room) && folderOf(other) !== folderOf(file)) reached.add(folderOf(other));
    }
    folders.set(folderOf(file), reached);
  }
  return folders;
}

/** A way that comes back to where it began, for each place that is on one and was not told yet. */
function circlesOf(graph: Graph): string[] {
  const clear = new Set<string>();
  const circles: string[] = [];
  const walk = (place: string, way: readonly string[]): void => {
    const start = way.indexOf(place);
    if (start >= 0) circles.push([...way.slice(start), place].join(' → '));
    if (start >= 0 || clear.has(place)) return;
    for (const next of graph.get(place) ?? []) walk(next, [...way, place]);
    clear.add(place);
  };
  for (const place of graph.keys()) walk(place, []);
  return circles;
}

test('a circle is found, and told by its way', () => {
  const graph = { a: ['b'], b: ['c', 'd'], c: ['b'], d: [] };
  const circles = circlesOf(new Map(Object.entries(graph).map(([from, to]) => [from, new Set(to)])));
  expect(circles).toEqual(['b → c → b']);
});

test('the imports of a file are found where they lead', () => {
  expect(byFile.get('src/server/services.ts')).toContain('src/server/db/client.ts');
  expect(byFile.get('src/server/services.ts')).toContain('src/domain/orientation/rules.ts');
});

test('no file is reached again from what it imports', () => {
  expect(circlesOf(byFile)).toEqual([]);
});

test.each(['src/domain/', 'src/server/', 'src/doors/', 'src/messages/', 'src/components/'])(
  'no folder of %s is reached again from what it imports',
  (room) => {
    expect(byFolder(room).size).toBeGreaterThan(3);
    expect(circlesOf(byFolder(room))).toEqual([]);
  },
);

test('the simulator knows the indemnities, which do not know it', () => {
  expect(byFolder('src/domain/').get('src/domain/simulator')).toContain('src/domain/indemnities');
  expect(byFolder('src/domain/').get('src/domain/indemnities')).not.toContain('src/domain/simulator');
});
