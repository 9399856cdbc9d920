import { eq, type SQL, sql } from 'drizzle-orm';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Database, Writer } from '../db/client.ts';
import { meta } from '../db/schema/directory.ts';
import { type DirectoryRows, directoryRows } from './directory-rows.ts';

/** The row of `meta` that holds the fingerprint of the directory in place. */
export const revisionKey = 'annuaire';

/** Rows in one statement: large enough to be quick, small enough to be one parameter. */
const chunkSize = 1000;

/**
 * Puts these records in the place of the whole directory, in one write, unless they are already there: readers see the
 * directory of before or the one of after.
 * @returns true when the directory was replaced.
 */
export async function seedDirectory(
  database: Pick<Database, 'write'>,
  records: readonly StructureRecord[],
  communes: CommuneIndex,
): Promise<boolean> {
  const rows = directoryRows(records, communes);
  return database.write(async (tx) => {
    const [loaded] = await tx.select().from(meta).where(eq(meta.cle, revisionKey));
    if (loaded?.valeur === rows.fingerprint) return false;
    await clear(tx);
    await fill(tx, rows);
    await tx
      .insert(meta)
      .values({ cle: revisionKey, valeur: rows.fingerprint })
      .onConflictDoUpdate({ target: meta.cle, set: { valeur: rows.fingerprint } });
    return true;
  });
}

async function clear(tx: Writer): Promise<void> {
  await tx.run(sql`insert into structure_recherche (structure_recherche) values ('delete-all')`);
  await tx.run(sql`delete from structure_position`);
  await tx.run(sql`delete from structure_compte`);
  await tx.run(sql`delete from structure`);
}

async function fill(tx: Writer, { structures, words, points, counts }: DirectoryRows): Promise<void> {
  await insertChunks(
    tx,
    structures,
    sql`insert into structure (numero, id, fiche)
    select value ->> 0, value ->> 1, value ->> 2 from`,
  );
  await insertChunks(
    tx,
    words,
    sql`insert into structure_recherche (rowid, nom, contexte, cles)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from`,
  );
  await insertChunks(
    tx,
    points,
    sql`insert into structure_position (numero, ouest, est, sud, nord, lon, lat)
    select value ->> 0, value ->> 1, value ->> 1, value ->> 2, value ->> 2, value ->> 1, value ->> 2 from`,
  );
  await insertChunks(
    tx,
    counts,
    sql`insert into structure_compte (cle, type, nombre)
    select value ->> 0, value ->> 1, value ->> 2 from`,
  );
}

/** Many rows at once: they travel as one JSON parameter, which SQLite takes apart. */
async function insertChunks(tx: Writer, rows: readonly unknown[], insert: SQL): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkSize) {
    await tx.run(sql`${insert} json_each(${JSON.stringify(rows.slice(from, from + chunkSize))})`);
  }
}
