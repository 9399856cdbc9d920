import type { Client } from '@libsql/client';
import { type StructureRecord, type StructureType, structureTypes } from '#domain/directory/structure.schema.ts';
import type { Withdrawn } from '#domain/directory/withdrawn.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import type { Database } from '../db/client.ts';
import { everywhere } from './directory-rows.ts';
import { departementKey, keysOf, typeKey } from './index-keys.ts';
import { readDirectory } from './read-directory.ts';
import { seedDirectory } from './seed-directory.ts';
import { recordOf } from './structure-store.ts';

/** Whom « Mon DAC » may name in one department. */
export type LocalHelp = Readonly<Record<'dac' | 'ars' | 'clic', readonly StructureRecord[]>>;

/** What is kept in memory of the directory, as it stood when the site started. */
export type Directory = {
  /** The types that have records, in the order of `structureTypes`. */
  readonly types: readonly StructureType[];
  readonly withdrawn: ReadonlyMap<string, Withdrawn>;
  /** By code of department: the DAC, ARS and CLIC whose seat or territory touches it. */
  readonly help: ReadonlyMap<string, LocalHelp>;
};

/** Loads the files of `data/directory` under `root` where they changed, and reads back what memory keeps of them. */
export async function openDirectory(
  { database, communes }: { readonly database: Database; readonly communes: CommuneIndex },
  root: string,
): Promise<Directory> {
  const { records, withdrawn } = readDirectory(root);
  await seedDirectory(database, records, communes);
  return {
    types: await typesPresent(database.client),
    withdrawn: new Map(withdrawn.map((record) => [record.id, record])),
    help: helpByDepartement(await recordsOfHelp(database.client), communes),
  };
}

async function typesPresent(client: Client): Promise<StructureType[]> {
  const { rows } = await client.execute({ sql: 'select type from structure_compte where cle = ?', args: [everywhere] });
  const present = new Set(rows.map(({ type }) => type));
  return structureTypes.filter((type) => present.has(type));
}

async function recordsOfHelp(client: Client): Promise<StructureRecord[]> {
  const { rows } = await client.execute({
    sql: `select fiche from structure where numero in
      (select rowid from structure_recherche where structure_recherche match ?) order by numero`,
    args: [`{cles}: (${(['dac', 'ars', 'clic'] as const).map(typeKey).join(' OR ')})`],
  });
  return rows.map(({ fiche }) => recordOf(fiche));
}

function helpByDepartement(records: readonly StructureRecord[], communes: CommuneIndex): Map<string, LocalHelp> {
  const touching = new Map<string, StructureRecord[]>();
  for (const record of records) {
    for (const key of keysOf(record, communes)) touching.set(key, [...(touching.get(key) ?? []), record]);
  }
  const helpIn = (code: string): LocalHelp => {
    const here = touching.get(departementKey(code)) ?? [];
    const ofType = (type: StructureType) => here.filter((record) => record.type === type);
    return { dac: ofType('dac'), ars: ofType('ars'), clic: ofType('clic') };
  };
  return new Map([...communes.departements.keys()].map((code) => [code, helpIn(code)]));
}
