import { sql } from 'drizzle-orm';
import { inListOrder, listKey, numbersBetween } from '#domain/directory/list-order.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { Writer } from '../db/client.ts';
import { jsonChunks } from '../db/json-rows.ts';
import type { NumberedRecord } from './projected-rows.ts';

/**
 * Numbers for records that are not written yet, between those of their neighbours in the order of lists.
 * @returns null when there is no room left between two of them.
 */
export async function placeRecords(
  tx: Writer,
  records: readonly StructureRecord[],
): Promise<readonly NumberedRecord[] | null> {
  const sorted = records.map((record) => ({ record, key: listKey(record), id: record.id })).sort(inListOrder);
  const neighbours: Neighbours[] = [];
  for (const each of jsonChunks(sorted.map(({ key, id }) => [key, id])))
    neighbours.push(
      ...(await tx.all<Neighbours>(
        sql`select (${nearest('before')}) as before, (${nearest('after')}) as after from ${each}`,
      )),
    );

  const placed: NumberedRecord[] = [];
  for (let from = 0; from < sorted.length; ) {
    const { before, after } = neighbours[from]!;
    let to = from + 1;
    while (to < sorted.length && neighbours[to]!.before === before) to += 1;
    const numbers = numbersBetween(before ?? 0, after, to - from);
    if (numbers === null) return null;
    placed.push(...numbers.map((numero, rank) => ({ numero, record: sorted[from + rank]!.record })));
    from = to;
  }
  return placed;
}

type Neighbours = { readonly before: number | null; readonly after: number | null };

/** The number of the written record just before or after the row `[key, id]` of a JSON list. */
const nearest = (side: 'before' | 'after') =>
  side === 'before'
    ? sql`select numero from structure where (tri, id) < (value ->> 0, value ->> 1) order by tri desc, id desc limit 1`
    : sql`select numero from structure where (tri, id) > (value ->> 0, value ->> 1) order by tri, id limit 1`;
