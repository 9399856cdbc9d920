import { composeRecord } from '#domain/directory/compose-record.ts';
import type { Layer } from '#domain/directory/layer.schema.ts';
import { inListOrder, listKey } from '#domain/directory/list-order.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { Withdrawn } from '#domain/directory/withdrawn.schema.ts';
import { fault, layerFiles } from './directory-files.ts';

/** The directory as the repository's files make it, in the order of its lists, without what was written since. */
export type DirectoryFiles = { readonly records: readonly StructureRecord[]; readonly withdrawn: readonly Withdrawn[] };

/**
 * Reads the files of the directory under `root` and composes their layers. For the build: pages on demand read the
 * database.
 * @throws DataFileError when a file is not as its schema says, when an origin gives an id twice, or when a withdrawn
 * record is replaced by one that is not in the directory.
 */
export function readDirectory(root: string): DirectoryFiles {
  const layers = new Map<string, Layer[]>();
  for (const file of layerFiles(root)) {
    const { contents, ...origin } = file.read();
    for (const [id, contenu] of contents) layers.set(id, [...(layers.get(id) ?? []), { ...origin, contenu }]);
  }
  const composed = [...layers].map(([id, own]) => composeRecord(id, own));
  const records = composed.flatMap((each) => (each.kind === 'present' ? [each.record] : []));
  const withdrawn = composed.flatMap((each) => (each.kind === 'withdrawn' ? [each.withdrawn] : []));
  const live = new Set(records.map(({ id }) => id));
  for (const { id, remplaceePar } of withdrawn) {
    if (remplaceePar !== null && !live.has(remplaceePar))
      throw fault('data', { code: 'REMPLACANTE_ABSENTE', id, remplaceePar });
  }
  return {
    records: records
      .map((record) => ({ record, key: listKey(record), id: record.id }))
      .sort(inListOrder)
      .map(({ record }) => record),
    withdrawn,
  };
}
