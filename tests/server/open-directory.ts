import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSearchCriteria, type SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { type Database, openDatabase } from '#server/db/client.ts';
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

/** The filters of a query string, which must be right. */
export function criteria(query: string): SearchCriteria {
  const read = parseSearchCriteria(new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
