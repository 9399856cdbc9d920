import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type StructureRecord,
  structureRecordSchema,
  structureTypes,
} from '../../src/domain/directory/structure.schema.ts';

/** The records of `data/directory` as they are written, without what the lists add to them. */
export function ourRecords(folder: URL): StructureRecord[] {
  const files = readdirSync(folder).filter((name) => structureTypes.some((type) => name === `${type}.json`));
  return files.sort().flatMap((name) => {
    const rows = z.array(structureRecordSchema).safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!rows.success) throw new Error(`${name}\n${z.prettifyError(rows.error)}`);
    return rows.data;
  });
}
