import type { DirectoryImport } from '../../src/domain/directory/import.schema.ts';

/** One record a line: a change of one structure is a change of one line. */
export function editionText({ fiches, retirees, ...heading }: DirectoryImport): string {
  const rows = (list: readonly unknown[]): string =>
    list.length === 0 ? '[]' : `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  return `${JSON.stringify(heading).slice(0, -1)},\n"fiches":${rows(fiches)},\n"retirees":${rows(retirees)}}\n`;
}
