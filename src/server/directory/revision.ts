import type { Client } from '@libsql/client';
import { sql } from 'drizzle-orm';
import type { Writer } from '../db/client.ts';

/** Opaque marks in `meta`: equal marks mean an equal directory, or equal numbers. */
export type Revision = {
  /** Another one after every change of what is read. */
  readonly content: string;
  /** Another one when every record was numbered anew. */
  readonly numbering: string;
};

const contentKey = 'annuaire-revision';
const numberingKey = 'annuaire-numerotation';

export async function readRevision(client: Client): Promise<Revision> {
  const { rows } = await client.execute({
    sql: 'select cle, valeur from meta where cle in (?, ?)',
    args: [contentKey, numberingKey],
  });
  const marks = new Map(rows.map(({ cle, valeur }) => [cle, String(valeur)]));
  return { content: marks.get(contentKey) ?? '', numbering: marks.get(numberingKey) ?? '' };
}

export const markChanged = (tx: Writer): Promise<unknown> => mark(tx, contentKey);
export const markNumbered = (tx: Writer): Promise<unknown> => mark(tx, numberingKey);

/** By chance rather than by counting: a new database must not be taken for one that readers have met. */
const mark = (tx: Writer, key: string): Promise<unknown> =>
  tx.run(sql`insert into meta (cle, valeur) values (${key}, hex(randomblob(12)))
    on conflict (cle) do update set valeur = excluded.valeur`);
