import type { Client } from '@libsql/client';
import type { Structure, StructureRecord } from '#domain/directory/structure.schema.ts';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import type { Database } from '../db/client.ts';
import type { Directory } from './directory.ts';

type Needs = {
  readonly database: Pick<Database, 'client'>;
  readonly directory: Pick<Directory, 'withdrawn'>;
  readonly now: () => Date;
};

export type FoundStructure =
  | { readonly kind: 'found'; readonly structure: Structure }
  /** `remplaceePar` is the id of the record to read instead, if any. */
  | { readonly kind: 'withdrawn'; readonly nom: string; readonly raison: string; readonly remplaceePar: string | null }
  | { readonly kind: 'unknown' };

/** The record of an id, as the API and the pages give it on the day of `now`. */
export async function structureById({ database, directory, now }: Needs, id: string): Promise<FoundStructure> {
  const { rows } = await database.client.execute({ sql: 'select fiche from structure where id = ?', args: [id] });
  const fiche = rows[0]?.fiche;
  if (fiche !== undefined) return { kind: 'found', structure: structureOf(recordOf(fiche), now()) };
  const withdrawn = directory.withdrawn.get(id);
  if (!withdrawn) return { kind: 'unknown' };
  const { nom, raison, remplaceePar } = withdrawn;
  return { kind: 'withdrawn', nom, raison, remplaceePar };
}

/** The records of these numbers, in that order; one that is no longer there is left out. */
export async function structuresByNumber(client: Client, numbers: readonly number[], now: Date): Promise<Structure[]> {
  if (numbers.length === 0) return [];
  const { rows } = await client.execute({
    sql: 'select numero, fiche from structure where numero in (select value from json_each(?))',
    args: [JSON.stringify(numbers)],
  });
  const fiches = new Map(rows.map(({ numero, fiche }) => [Number(numero), fiche]));
  return numbers.filter((numero) => fiches.has(numero)).map((numero) => structureOf(recordOf(fiches.get(numero)), now));
}

/** A record was checked against its schema before it was written: it is not checked again at each reading. */
export const recordOf = (fiche: unknown): StructureRecord => JSON.parse(String(fiche)) as StructureRecord;
