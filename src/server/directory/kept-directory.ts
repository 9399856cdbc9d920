import type { Client } from '@libsql/client';
import { type StructureRecord, type StructureType, structureTypes } from '#domain/directory/structure.schema.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { departementKey, keysOf, typeKey } from './index-keys.ts';
import { everywhere } from './projected-rows.ts';
import { recordOf } from './structure-store.ts';

/** Whom « Mon DAC » may name in one department. */
export type LocalHelp = Readonly<Record<(typeof helpTypes)[number], readonly StructureRecord[]>>;
const helpTypes = ['dac', 'ars', 'clic'] as const;

export type KeptDirectory = {
  readonly types: readonly StructureType[];
  readonly help: ReadonlyMap<string, LocalHelp>;
};

/** Reads what memory keeps of the directory. */
export async function readKept(client: Client, communes: CommuneIndex): Promise<KeptDirectory> {
  return {
    types: await typesPresent(client),
    help: helpByDepartement(await recordsOfHelp(client), communes),
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
    args: [`{cles}: (${helpTypes.map(typeKey).join(' OR ')})`],
  });
  return rows.map(({ fiche }) => recordOf(fiche));
}

function helpByDepartement(records: readonly StructureRecord[], communes: CommuneIndex): Map<string, LocalHelp> {
  const touching = new Map<string, StructureRecord[]>();
  for (const record of records) {
    for (const key of keysOf(record, communes)) {
      const known = touching.get(key);
      if (known) known.push(record);
      else touching.set(key, [record]);
    }
  }
  const helpIn = (code: string): LocalHelp => {
    const here = touching.get(departementKey(code)) ?? [];
    const ofType = (type: StructureType) => here.filter((record) => record.type === type);
    return { dac: ofType('dac'), ars: ofType('ars'), clic: ofType('clic') };
  };
  return new Map([...communes.departements.keys()].map((code) => [code, helpIn(code)]));
}
