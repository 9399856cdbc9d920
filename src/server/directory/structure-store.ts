import type { Client } from '@libsql/client';
import type { Structure, StructureRecord } from '#domain/directory/structure.schema.ts';
import { structureOf } from '#domain/directory/structure-of-record.ts';
import { type Withdrawn, withdrawnSchema } from '#domain/directory/withdrawn.schema.ts';
import type { Database } from '../db/client.ts';

type Needs = { readonly database: Pick<Database, 'client'>; readonly now: () => Date };

export type FoundStructure =
  | { readonly kind: 'found'; readonly structure: Structure }
  /** `remplaceePar` is the id of the record to read instead, if any is still there. */
  | { readonly kind: 'withdrawn'; readonly nom: string; readonly raison: string; readonly remplaceePar: string | null }
  | { readonly kind: 'unknown' };

/** The record of an id, as the API and the pages give it on the day of `now`. */
export async function structureById({ database: { client }, now }: Needs, id: string): Promise<FoundStructure> {
  const record = await recordById(client, id);
  if (record) return { kind: 'found', structure: structureOf(record, now()) };
  const withdrawn = await withdrawnById(client, id);
  if (!withdrawn) return { kind: 'unknown' };
  const { nom, raison } = withdrawn;
  return { kind: 'withdrawn', nom, raison, remplaceePar: await standingFor(client, withdrawn) };
}

/** A record that replaced another may have been replaced in its turn: this is how far one is led. */
const mostReplacements = 5;

async function standingFor(client: Client, { remplaceePar }: Withdrawn): Promise<string | null> {
  let id = remplaceePar;
  for (let step = 0; step < mostReplacements && id !== null; step += 1) {
    if (await recordById(client, id)) return id;
    id = (await withdrawnById(client, id))?.remplaceePar ?? null;
  }
  return null;
}

async function recordById(client: Client, id: string): Promise<StructureRecord | null> {
  const { rows } = await client.execute({ sql: 'select fiche from structure where id = ?', args: [id] });
  return rows[0] ? recordOf(rows[0].fiche) : null;
}

async function withdrawnById(client: Client, id: string): Promise<Withdrawn | null> {
  const { rows } = await client.execute({ sql: 'select fiche from structure_retiree where id = ?', args: [id] });
  return rows[0] ? withdrawnSchema.parse(JSON.parse(String(rows[0].fiche))) : null;
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

/** A record was composed from checked layers before it was written: it is not checked again at each reading. */
export const recordOf = (fiche: unknown): StructureRecord => JSON.parse(String(fiche)) as StructureRecord;
