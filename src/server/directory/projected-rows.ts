import { sql } from 'drizzle-orm';
import { listKey } from '#domain/directory/list-order.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Writer } from '../db/client.ts';
import { jsonChunks } from '../db/json-rows.ts';
import { keysOf } from './index-keys.ts';
import { wordsOf } from './text-match.ts';

/** A record and its number, as it goes into the tables that are read. */
export type NumberedRecord = { readonly numero: number; readonly record: StructureRecord };

/** The count of all structures stands under this key. */
export const everywhere = 'france';

/** Writes records whose numbers are free: the record, its words, its point, and one more in each of its counts. */
export async function addRecords(
  tx: Writer,
  communes: CommuneIndex,
  records: readonly NumberedRecord[],
): Promise<void> {
  const rows = records.map(({ numero, record }) => [numero, record.id, JSON.stringify(record), listKey(record)]);
  for (const each of jsonChunks(rows))
    await tx.run(sql`insert into structure (numero, id, fiche, tri)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from ${each}`);

  const words = records.map(({ numero, record }) => {
    const { nom, contexte } = wordsOf(record);
    return [numero, nom, contexte, keysOf(record, communes).join(' ')];
  });
  for (const each of jsonChunks(words))
    await tx.run(sql`insert into structure_recherche (rowid, nom, contexte, cles)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from ${each}`);

  const points = records.flatMap(({ numero, record: { position } }) =>
    position ? [[numero, position.lon, position.lat]] : [],
  );
  for (const each of jsonChunks(points))
    await tx.run(sql`insert into structure_position (numero, ouest, est, sud, nord, lon, lat)
      select value ->> 0, value ->> 1, value ->> 1, value ->> 2, value ->> 2, value ->> 1, value ->> 2 from ${each}`);

  await addToCounts(tx, communes, records, 1);
}

/** Takes written records out of every table. The words' table holds no text: it forgets them by their number alone. */
export async function removeRecords(
  tx: Writer,
  communes: CommuneIndex,
  records: readonly NumberedRecord[],
): Promise<void> {
  for (const each of jsonChunks(records.map(({ numero }) => numero))) {
    await tx.run(sql`delete from structure_recherche where rowid in (select value from ${each})`);
    await tx.run(sql`delete from structure_position where numero in (select value from ${each})`);
    await tx.run(sql`delete from structure where numero in (select value from ${each})`);
  }
  await addToCounts(tx, communes, records, -1);
}

export async function removeAll(tx: Writer): Promise<void> {
  await tx.run(sql`insert into structure_recherche (structure_recherche) values ('delete-all')`);
  await tx.run(sql`delete from structure_position`);
  await tx.run(sql`delete from structure_compte`);
  await tx.run(sql`delete from structure`);
  await tx.run(sql`delete from structure_retiree`);
}

async function addToCounts(
  tx: Writer,
  communes: CommuneIndex,
  records: readonly NumberedRecord[],
  change: 1 | -1,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { record } of records) {
    const keys = keysOf(record, communes).filter((key) => /^(?:dep|reg)/.test(key));
    for (const cle of [everywhere, ...keys]) {
      const place = JSON.stringify([cle, record.type]);
      counts.set(place, (counts.get(place) ?? 0) + change);
    }
  }
  const rows = [...counts].map(([place, number]) => [...(JSON.parse(place) as [string, string]), number]);
  for (const each of jsonChunks(rows)) {
    await tx.run(sql`insert into structure_compte (cle, type, nombre)
      select value ->> 0, value ->> 1, value ->> 2 from ${each} where true
      on conflict (cle, type) do update set nombre = nombre + excluded.nombre`);
    await tx.run(sql`delete from structure_compte
      where nombre = 0 and (cle, type) in (select value ->> 0, value ->> 1 from ${each})`);
  }
}
