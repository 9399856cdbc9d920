import { freshnessOf } from './freshness.ts';
import { type Freshness, type StructureRecord, type StructureType, structureTypes } from './structure.schema.ts';

/** How many records of one type the directory holds, and how far they can be trusted. */
export type TypeSummary = {
  readonly type: StructureType;
  readonly nombre: number;
  readonly avecTelephone: number;
  readonly confiance: Readonly<Record<StructureRecord['confiance'], number>>;
  readonly fraicheur: Readonly<Record<Freshness, number>>;
};

/** One line per type that has records, in the order of the types. */
export const summariseDirectory = (records: readonly StructureRecord[], now: Date): TypeSummary[] =>
  structureTypes
    .map((type) =>
      summaryOf(
        type,
        records.filter((record) => record.type === type),
        now,
      ),
    )
    .filter(({ nombre }) => nombre > 0);

function summaryOf(type: StructureType, records: readonly StructureRecord[], now: Date): TypeSummary {
  const confiance = { haute: 0, moyenne: 0, basse: 0 };
  const fraicheur = { 'a-jour': 0, 'a-verifier': 0, ancienne: 0 };
  for (const record of records) {
    confiance[record.confiance] += 1;
    fraicheur[freshnessOf(record, now)] += 1;
  }
  const avecTelephone = records.filter(({ telephone }) => telephone !== null).length;
  return { type, nombre: records.length, avecTelephone, confiance, fraicheur };
}
