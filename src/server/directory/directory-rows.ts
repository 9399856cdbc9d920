import { createHash } from 'node:crypto';
import { type StructureRecord, structureTypes } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { keysOf } from './index-keys.ts';
import { wordsOf } from './text-match.ts';

/** What the tables hold of the directory, row by row, in the order of its lists. */
export type DirectoryRows = {
  readonly structures: readonly (readonly [numero: number, id: string, fiche: string])[];
  readonly words: readonly (readonly [numero: number, nom: string, contexte: string, cles: string])[];
  readonly points: readonly (readonly [numero: number, lon: number, lat: number])[];
  readonly counts: readonly (readonly [cle: string, type: string, nombre: number])[];
  /** Changes when any row does: a corrected record, a new commune table, another way of making keys. */
  readonly fingerprint: string;
};

/** Room left between two numbers, so that a record can later be put between its neighbours. */
const gap = 1024;

/** The count of all structures stands under this key. */
export const everywhere = 'france';

export function directoryRows(records: readonly StructureRecord[], communes: CommuneIndex): DirectoryRows {
  const structures: [number, string, string][] = [];
  const words: [number, string, string, string][] = [];
  const points: [number, number, number][] = [];
  const counts = new Map<string, Map<string, number>>();
  const hash = createHash('sha256');

  inOrder(records).forEach((record, rank) => {
    const numero = (rank + 1) * gap;
    const { nom, contexte } = wordsOf(record);
    const keys = keysOf(record, communes);
    structures.push([numero, record.id, JSON.stringify(record)]);
    words.push([numero, nom, contexte, keys.join(' ')]);
    if (record.position) points.push([numero, record.position.lon, record.position.lat]);
    for (const key of [everywhere, ...keys.filter((key) => /^(?:dep|reg)/.test(key))]) {
      const byType = counts.get(key) ?? new Map<string, number>();
      counts.set(key, byType.set(record.type, (byType.get(record.type) ?? 0) + 1));
    }
    hash.update(JSON.stringify([structures.at(-1), words.at(-1)]));
  });

  return {
    structures,
    words,
    points,
    counts: [...counts].flatMap(([key, byType]) =>
      [...byType].map(([type, nombre]): [string, string, number] => [key, type, nombre]),
    ),
    fingerprint: hash.digest('hex'),
  };
}

/** By type, in the order of `structureTypes`, then by name as a French reader sorts, « DAC 10 » before « DAC 100 ». */
function inOrder(records: readonly StructureRecord[]): StructureRecord[] {
  const french = new Intl.Collator('fr', { numeric: true });
  const place = new Map(structureTypes.map((type, index) => [type, index]));
  return [...records].sort(
    (a, b) => place.get(a.type)! - place.get(b.type)! || french.compare(a.nom, b.nom) || (a.id < b.id ? -1 : 1),
  );
}
