import { freshnessOf } from './freshness.ts';
import { displayPhone } from './phone.ts';
import type { Structure, StructureRecord } from './structure.schema.ts';

/** A record of the directory as the API and the pages give it on the day of `now`. */
export const structureOf = (record: StructureRecord, now: Date): Structure => ({
  ...record,
  telephoneAffiche: record.telephone === null ? null : displayPhone(record.telephone),
  fraicheur: freshnessOf(record, now),
});
