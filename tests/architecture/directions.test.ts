import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, targetOf } from './imports.ts';

/** The rooms, and what each may import of the others; `docs/house.md` says why. */
const rooms = {
  domain: { files: 'src/domain/**/*.ts', mayUse: ['src/domain/'], packages: /^zod$/ },
  server: { files: 'src/server/**/*.ts', mayUse: ['src/server/', 'src/domain/'], packages: /^(?!astro(?::|$))/ },
  doors: {
    files: 'src/doors/**/*.ts',
    mayUse: ['src/doors/', 'src/server/', 'src/domain/', 'src/messages/'],
    packages: /^(?!astro(?::|$))/,
  },
  messages: { files: 'src/messages/**/*.ts', mayUse: ['src/messages/', 'src/domain/'], packages: /^zod$/ },
  components: {
    files: 'src/{components,layouts}/**/*.{ts,astro}',
    mayUse: ['src/components/', 'src/layouts/', 'src/styles/', 'src/domain/', 'src/messages/', 'src/assets/', 'data/'],
    packages: /^(?!astro:content$|node:)/,
  },
} as const;

function forbidden(file: string, { mayUse, packages }: { mayUse: readonly string[]; packages: RegExp }): string[] {
  return importsOf(file)
    .filter(({ name, isType }) => {
      const path = targetOf(file, name);
      // A type is erased: a component may name what the server or a collection gives it.
      if (path === null) return !isType && !packages.test(name);
      return !mayUse.some((room) => path.startsWith(room)) && !(isType && path.startsWith('src/server/'));
    })
    .map(({ name }) => name);
}

const filesOf = (room: keyof typeof rooms): string[] => globSync(rooms[room].files).sort();

test.each(['domain', 'server', 'doors', 'messages', 'components'] as const)(
  'there is something to guard in %s',
  (room) => {
    expect(filesOf(room).length).toBeGreaterThan(5);
  },
);

test('the reader of imports sees every form of them', () => {
  const found = importsOf('tests/architecture/directions.test.ts').map(({ name }) => name);
  expect(found).toEqual(['node:fs', 'vitest', './imports.ts']);
});

test.each(filesOf('domain'))('%s imports only zod and the domain', (file) => {
  const { mayUse } = rooms.domain;
  const outside = importsOf(file).filter(({ name }) => {
    const path = targetOf(file, name);
    return path === null ? name !== 'zod' : !mayUse.some((room) => path.startsWith(room));
  });
  expect(outside).toEqual([]);
});

const outside =
  /Date\.now\(|new Date\(\)|performance\.|process\.|import\.meta\.env|fetch\(|Math\.random|crypto\.|randomUUID|console\./;

test.each([...filesOf('domain'), ...filesOf('messages')])(
  '%s reads no clock, no environment, no network, no chance',
  (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(outside);
  },
);

/** What a page is made with; a script that runs in the browser has a clock and a network of its own. */
const onServer = (file: string): string => readFileSync(file, 'utf8').replace(/<script>[\s\S]*?<\/script>/g, '');
const scripts = new Set<string>();
const sendToBrowser = (file: string): void => {
  if (scripts.has(file)) return;
  scripts.add(file);
  for (const { name } of importsOf(file)) {
    const path = targetOf(file, name);
    if (path?.endsWith('.ts')) sendToBrowser(path);
  }
};
for (const file of globSync('src/{components,layouts,pages}/**/*.astro')) {
  for (const [, script = ''] of readFileSync(file, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    for (const [, name = ''] of script.matchAll(/['"](\.[^'"]+)['"]/g)) sendToBrowser(targetOf(file, name) ?? '');
  }
}
const pages = globSync('src/pages/**/*.{ts,astro}').sort();

test.each([...filesOf('components').filter((file) => !scripts.has(file)), ...pages])(
  '%s is given the instant, what is by chance and what the machine says',
  (file) => {
    expect(onServer(file)).not.toMatch(outside);
    expect(importsOf(file).filter(({ name }) => name.startsWith('node:'))).toEqual([]);
  },
);

test.each(filesOf('server'))('%s imports neither Astro nor a page', (file) => {
  expect(forbidden(file, rooms.server)).toEqual([]);
});

test.each(filesOf('doors'))('%s opens the server to pages, and knows none of them', (file) => {
  expect(forbidden(file, rooms.doors)).toEqual([]);
});

test.each(filesOf('messages'))('%s imports only zod, messages and the domain', (file) => {
  expect(forbidden(file, rooms.messages)).toEqual([]);
});

test.each(filesOf('components'))('%s knows the server by its types alone, and no page nor collection', (file) => {
  expect(forbidden(file, rooms.components)).toEqual([]);
});
