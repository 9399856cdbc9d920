import { dayInParis } from '#domain/shared/civil-date.ts';
import { lastDayOf } from './source-date.ts';
import type { Freshness, StructureRecord } from './structure.schema.ts';

/** Beyond this age of its source, a contact has had time to change hands: a choice of this portal, from no text. */
const yearsBeforeOld = 2;

/**
 * How far a record can be trusted, from the age of what its source says, never from the day we read it.
 * The date that counts is the latest one among the sources that prove the whole record (`champ` « tout »), or among
 * all when none does: a recent telephone does not make an old territory young.
 * - « ancienne »: that date is more than 24 months old;
 * - « a-verifier »: the source gives no date, or does not say that the structure is at work;
 * - « a-jour »: otherwise.
 */
export function freshnessOf(record: Pick<StructureRecord, 'statut' | 'sources'>, now: Date): Freshness {
  const proofs = record.sources.filter(({ champ }) => champ === 'tout');
  const days = (proofs.length > 0 ? proofs : record.sources).flatMap(({ date }) => lastDayOf(date) ?? []);
  const latest = days.sort().at(-1);
  if (latest !== undefined && latest < yearsBefore(dayInParis(now))) return 'ancienne';
  if (latest === undefined || record.statut === 'inconnu') return 'a-verifier';
  return 'a-jour';
}

const yearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - yearsBeforeOld}${day.slice(4)}`;
