import { dayInParis } from '#domain/shared/civil-date.ts';
import { lastDayOf } from './source-date.ts';
import type { Freshness, StructureRecord } from './structure.schema.ts';

/** Beyond this age of its source, a contact has had time to change hands: a choice of this portal, from no text. */
const yearsBeforeOld = 2;

/** Facts that do not wear out: what a structure is called, its number, where its address is on the map. */
const lasting = ['nom', 'finess', 'position'];

/**
 * How far a record can be trusted, from the age of what its source says, never from the day we read it.
 * The date that counts is the latest one among the sources that prove the whole record (`champ` « tout »), or among
 * all when none does: a recent telephone does not make an old territory young.
 * - « ancienne »: that date is more than 24 months old;
 * - « a-verifier »: the source gives no date, or does not say that the structure is at work, or one fact that people
 *   act upon (a telephone, a street, a territory) has its own source, more than 24 months old, in a younger record;
 * - « a-jour »: otherwise.
 */
export function freshnessOf(record: Pick<StructureRecord, 'statut' | 'sources'>, now: Date): Freshness {
  const oldest = yearsBefore(dayInParis(now));
  const proofs = record.sources.filter(({ champ }) => champ === 'tout');
  const latest = latestDay(proofs.length > 0 ? proofs : record.sources);
  if (latest !== undefined && latest < oldest) return 'ancienne';
  if (latest === undefined || record.statut === 'inconnu') return 'a-verifier';
  return proofs.length > 0 && hasOldFact(record.sources, oldest) ? 'a-verifier' : 'a-jour';
}

function hasOldFact(sources: StructureRecord['sources'], oldest: string): boolean {
  const facts = new Set(
    sources.map(({ champ }) => champ).filter((champ) => champ !== 'tout' && !lasting.includes(champ)),
  );
  return [...facts].some((fact) => {
    const day = latestDay(sources.filter(({ champ }) => champ === fact));
    return day !== undefined && day < oldest;
  });
}

const latestDay = (sources: StructureRecord['sources']): string | undefined =>
  sources
    .flatMap(({ date }) => lastDayOf(date) ?? [])
    .sort()
    .at(-1);

const yearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - yearsBeforeOld}${day.slice(4)}`;
