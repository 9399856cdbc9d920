import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommuneIndex, type CommuneIndex } from '#domain/territory/commune-index.ts';
import { territoryTablesSchema } from '#domain/territory/territory-tables.schema.ts';

/** Reads `data/territory` under `root` and builds the index; throws when a file is missing or not as the schema says. */
export function readTerritory(root: string): CommuneIndex {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'data/territory', file), 'utf8'));
  return buildCommuneIndex(
    territoryTablesSchema.parse({
      communes: read('communes.json'),
      departements: read('departements.json'),
      regions: read('regions.json'),
      epci: read('epci.json'),
    }),
  );
}
