import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layerOfFiles } from '#domain/directory/file-layers.ts';
import { parseSearchCriteria, type SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { type Database, openDatabase } from '#server/db/client.ts';
import { replaceLayer } from '#server/directory/layer-store.ts';
import { project } from '#server/directory/project.ts';
import { readTerritory } from '#server/territory/read-territory.ts';

export const communes: CommuneIndex = readTerritory('.');

export const openingDay = new Date('2026-11-22T10:00:00Z');

export type TestDatabase = Database & { readonly file: string; drop(): Promise<void> };

/** A new database on a temporary file, migrated and empty. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'annuaire-'));
  const file = join(folder, 'test.db');
  const database = await openDatabase(`file:${file}`);
  return {
    ...database,
    file,
    async drop() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Puts these records in the place of all that our files said. */
export const seedDirectory = (database: Pick<Database, 'write'>, records: readonly StructureRecord[]): Promise<void> =>
  database.write(async (tx) => project(tx, communes, await replaceLayer(tx, layerOfFiles(records, []))));

export type DirectoryRoot = {
  readonly root: string;
  /** Writes `data/<name>` as JSON. */
  write(name: string, content: unknown): void;
  remove(name: string): void;
  /** Takes the folder away. */
  drop(): void;
};

/** A folder with the repository's communes and own records, and no edition of a list. */
export function directoryRoot(): DirectoryRoot {
  const root = mkdtempSync(join(tmpdir(), 'fiches-'));
  mkdirSync(join(root, 'data/imports'), { recursive: true });
  cpSync('data/directory', join(root, 'data/directory'), { recursive: true });
  symlinkSync(resolve('data/territory'), join(root, 'data/territory'));
  return {
    root,
    write: (name, content) => writeFileSync(join(root, 'data', name), JSON.stringify(content)),
    remove: (name) => rmSync(join(root, 'data', name)),
    drop: () => rmSync(root, { recursive: true }),
  };
}

/** The filters of a query string, which must be right. */
export function criteria(query: string): SearchCriteria {
  const read = parseSearchCriteria(new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
