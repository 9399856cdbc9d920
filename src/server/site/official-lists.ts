import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DirectoryImport, directoryImportSchema } from '#domain/directory/import.schema.ts';
import { builtFrom } from './built-from.ts';

/** An edition of an official list that the directory rests on, and how many structures it names. */
export type OfficialList = DirectoryImport['source'] & { readonly fiches: number };

/** The editions of `data/imports`, the newest first. For the build only. */
export function officialLists(): OfficialList[] {
  const folder = join(builtFrom().root, 'data/imports');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => directoryImportSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => b.rang - a.rang)
    .map(({ source, fiches }) => ({ ...source, fiches: fiches.length }));
}
