import { sql } from 'drizzle-orm';
import { type Composition, composeRecord } from '#domain/directory/compose-record.ts';
import { inListOrder, type Listed, listKey, numberGap } from '#domain/directory/list-order.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { Withdrawn } from '#domain/directory/withdrawn.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Writer } from '../db/client.ts';
import { jsonChunks } from '../db/json-rows.ts';
import { layeredIdsAfter, readLayers } from './layer-store.ts';
import { placeRecords } from './place-records.ts';
import { addRecords, everywhere, removeAll, removeRecords } from './projected-rows.ts';
import { markChanged, markNumbered } from './revision.ts';
import { recordOf } from './structure-store.ts';

/**
 * Writes what is read of these structures from what their layers come to, in the transaction that changed the layers:
 * records, words, points, counts, withdrawals. Nothing else writes those tables. A record keeps its number as long as
 * its place in the list; where there is no room for another, or for a large part of the directory, all are numbered
 * anew.
 */
export async function project(tx: Writer, communes: CommuneIndex, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  if (asked.length > (await mostOneByOne(tx))) return projectAll(tx, communes);

  const composed = await compose(tx, asked);
  const written = await writtenRecords(tx, asked);
  const isSame = (id: string, record: StructureRecord) => written.get(id)?.fiche === JSON.stringify(record);
  const changed = composed.present.filter((record) => !isSame(record.id, record));
  const stay = new Set(composed.present.filter((record) => isSame(record.id, record)).map(({ id }) => id));
  const former = [...written.values()].filter(({ record }) => !stay.has(record.id));
  await removeRecords(tx, communes, former);
  await writeWithdrawn(tx, asked, composed.withdrawn);

  const inPlace = changed.flatMap((record) => {
    const before = written.get(record.id);
    return before && listKey(before.record) === listKey(record) ? [{ numero: before.numero, record }] : [];
  });
  const kept = new Set(inPlace.map(({ record }) => record));
  await addRecords(tx, communes, inPlace);
  const placed = await placeRecords(
    tx,
    changed.filter((record) => !kept.has(record)),
  );
  if (placed === null) return projectAll(tx, communes);
  await addRecords(tx, communes, placed);
  await markChanged(tx);
}

/** The same for the whole directory, which is numbered anew. */
export async function projectAll(tx: Writer, communes: CommuneIndex): Promise<void> {
  await removeAll(tx);
  const listed: (Listed & { readonly record: StructureRecord })[] = [];
  for await (const ids of everyId(tx)) {
    const { present, withdrawn } = await compose(tx, ids);
    listed.push(...present.map((record) => ({ record, key: listKey(record), id: record.id })));
    await writeWithdrawn(tx, [], withdrawn);
  }
  listed.sort(inListOrder);
  for (let from = 0; from < listed.length; from += readAtOnce) {
    const slice = listed.slice(from, from + readAtOnce);
    await addRecords(
      tx,
      communes,
      slice.map(({ record }, rank) => ({ numero: (from + rank + 1) * numberGap, record })),
    );
  }
  await markNumbered(tx);
  await markChanged(tx);
}

const readAtOnce = 1000;

async function* everyId(tx: Writer): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const ids = await layeredIdsAfter(tx, last, readAtOnce);
    if (ids.length === 0) return;
    yield ids;
    last = ids.at(-1)!;
  }
}

/** Beyond a quarter of the directory, writing all of it again is quicker than finding each one its place. */
async function mostOneByOne(tx: Writer): Promise<number> {
  const [row] = await tx.all<{ total: number }>(
    sql`select coalesce(sum(nombre), 0) as total from structure_compte where cle = ${everywhere}`,
  );
  return Math.max(200, Number(row?.total) / 4);
}

type Composed = { readonly present: readonly StructureRecord[]; readonly withdrawn: readonly Withdrawn[] };

async function compose(tx: Writer, ids: readonly string[]): Promise<Composed> {
  const compositions = [...(await readLayers(tx, ids))].map(([id, layers]) => composeRecord(id, layers));
  const ofKind = <Kind extends Composition['kind']>(kind: Kind) =>
    compositions.filter((each): each is Extract<Composition, { kind: Kind }> => each.kind === kind);
  return {
    present: ofKind('present').map(({ record }) => record),
    withdrawn: ofKind('withdrawn').map(({ withdrawn }) => withdrawn),
  };
}

type Written = { readonly numero: number; readonly fiche: string; readonly record: StructureRecord };

async function writtenRecords(tx: Writer, ids: readonly string[]): Promise<Map<string, Written>> {
  const written = new Map<string, Written>();
  for (const each of jsonChunks(ids)) {
    const rows = await tx.all<{ numero: number; fiche: string }>(
      sql`select numero, fiche from structure where id in (select value from ${each})`,
    );
    for (const { numero, fiche } of rows) {
      const record = recordOf(fiche);
      written.set(record.id, { numero, fiche, record });
    }
  }
  return written;
}

/** Puts these withdrawals in the place of those of `ids`. */
async function writeWithdrawn(tx: Writer, ids: readonly string[], withdrawn: readonly Withdrawn[]): Promise<void> {
  for (const each of jsonChunks(ids))
    await tx.run(sql`delete from structure_retiree where id in (select value from ${each})`);
  for (const each of jsonChunks(withdrawn.map((row) => [row.id, JSON.stringify(row)])))
    await tx.run(sql`insert into structure_retiree (id, fiche) select value ->> 0, value ->> 1 from ${each}`);
}
