import { sql } from 'drizzle-orm';
import type { LayerSet } from '#domain/directory/file-layers.ts';
import { type Layer, layerContentSchema } from '#domain/directory/layer.schema.ts';
import type { Writer } from '../db/client.ts';
import { jsonChunks } from '../db/json-rows.ts';

/**
 * Puts a set in the place of all that its origin said before, and writes only what differs.
 * @returns the ids of the structures for which something changed.
 */
export async function replaceLayer(tx: Writer, { nature, rang, origine, contents }: LayerSet): Promise<string[]> {
  const changed: string[] = [];
  const rows = [...contents].map(([id, content]) => [id, JSON.stringify(content)]);
  for (const each of jsonChunks(rows)) {
    const written = await tx.all<{ id: string }>(sql`insert into couche (structure_id, origine, nature, rang, contenu)
      select value ->> 0, ${origine}, ${nature}, ${rang}, value ->> 1 from ${each} where true
      on conflict (structure_id, origine) do update
        set nature = excluded.nature, rang = excluded.rang, contenu = excluded.contenu
        where (nature, rang, contenu) <> (excluded.nature, excluded.rang, excluded.contenu)
      returning structure_id as id`);
    changed.push(...written.map(({ id }) => id));
  }
  const gone = await tx.all<{ id: string }>(sql`delete from couche
    where origine = ${origine} and structure_id not in (select value from json_each(${JSON.stringify([...contents.keys()])}))
    returning structure_id as id`);
  return [...changed, ...gone.map(({ id }) => id)];
}

/** Writes one layer of one structure, in the place of what its origin said of it. */
export const putLayer = (tx: Writer, id: string, { nature, rang, origine, contenu }: Layer): Promise<unknown> =>
  tx.run(sql`insert into couche (structure_id, origine, nature, rang, contenu)
    values (${id}, ${origine}, ${nature}, ${rang}, ${JSON.stringify(contenu)})
    on conflict (structure_id, origine) do update
      set nature = excluded.nature, rang = excluded.rang, contenu = excluded.contenu`);

/** Takes out what one origin said of one structure. */
export const dropLayer = (tx: Writer, id: string, origine: string): Promise<unknown> =>
  tx.run(sql`delete from couche where structure_id = ${id} and origine = ${origine}`);

/** Takes out all that an origin said; gives the ids of the structures it spoke of. */
export async function removeLayer(tx: Writer, origine: string): Promise<string[]> {
  const gone = await tx.all<{ id: string }>(
    sql`delete from couche where origine = ${origine} returning structure_id as id`,
  );
  return gone.map(({ id }) => id);
}

/** The layers of these structures; one that has none is left out. */
export async function readLayers(tx: Writer, ids: readonly string[]): Promise<Map<string, Layer[]>> {
  const layers = new Map<string, Layer[]>();
  for (const each of jsonChunks(ids)) {
    const rows = await tx.all<Row>(sql`select structure_id as id, nature, rang, origine, contenu from couche
      where structure_id in (select value from ${each})`);
    for (const { id, contenu, ...layer } of rows) {
      const read = { ...layer, contenu: layerContentSchema.parse(JSON.parse(contenu)) };
      const known = layers.get(id);
      if (known) known.push(read);
      else layers.set(id, [read]);
    }
  }
  return layers;
}

type Row = Omit<Layer, 'contenu'> & { readonly id: string; readonly contenu: string };

/** The ids that have a layer and come after another, in their own order. */
export async function layeredIdsAfter(tx: Writer, id: string, limit: number): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`select distinct structure_id as id from couche
    where structure_id > ${id} order by structure_id limit ${limit}`);
  return rows.map((row) => row.id);
}
