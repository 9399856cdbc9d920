import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StructureRecord, structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { type Withdrawn, withdrawnSchema } from '#domain/directory/withdrawn.schema.ts';

export type DirectoryFiles = { readonly records: readonly StructureRecord[]; readonly withdrawn: readonly Withdrawn[] };

const withdrawnFile = 'retirees.json';

/**
 * Reads the directory's files (`data/directory/*.json`) under `root`.
 * @throws with the file and the field when one is not as the schema says, when an id is used twice, or when a
 * withdrawn record is still there or is replaced by one that is not.
 */
export function readDirectory(root: string): DirectoryFiles {
  const folder = join(root, 'data/directory');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== withdrawnFile);
  const records = files.flatMap((file) => readRows(join(folder, file), structureRecordSchema));
  const withdrawn = readRows(join(folder, withdrawnFile), withdrawnSchema);

  const live = new Set<string>();
  for (const { id } of records) {
    if (live.has(id)) throw new Error(`data/directory : deux fiches ont l’identifiant « ${id} ».`);
    live.add(id);
  }
  for (const { id, remplaceePar } of withdrawn) {
    if (live.has(id))
      throw new Error(`data/directory/${withdrawnFile} : la fiche « ${id} » est encore dans l’annuaire.`);
    if (remplaceePar !== null && !live.has(remplaceePar)) {
      throw new Error(`data/directory/${withdrawnFile} : « ${remplaceePar} », qui remplace « ${id} », n’existe pas.`);
    }
  }
  return { records, withdrawn };
}

function readRows<Row>(file: string, row: z.ZodType<Row>): Row[] {
  const rows = z.array(row).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!rows.success) throw new Error(`${file}\n${z.prettifyError(rows.error)}`);
  return rows.data;
}
