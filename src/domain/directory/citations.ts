import { lastDayOf, undated } from './source-date.ts';
import type { StructureRecord } from './structure.schema.ts';

/** A source of a record, once, with the fields that it alone proves; none: it proves the whole. */
export type Citation = {
  readonly titre: string;
  readonly url: string | null;
  readonly date: string;
  readonly champs: readonly string[];
};

/** The sources of a record as they are cited: one that proves several fields is said once. */
export function citationsOf(sources: StructureRecord['sources']): Citation[] {
  const cited = new Map<string, Citation>();
  for (const { champ, titre, url, date } of sources) {
    const key = JSON.stringify([titre, url, date]);
    const known = cited.get(key);
    const isWhole = champ === 'tout' || known?.champs.length === 0;
    cited.set(key, { titre, url, date, champs: isWhole ? [] : [...(known?.champs ?? []), champ] });
  }
  return [...cited.values()];
}

/** The date of what proves one field, as its source writes it: of its own source, else of those of the whole. */
export function dateOfField(sources: StructureRecord['sources'], field: string): string {
  const own = sources.filter(({ champ }) => champ === field);
  const whole = sources.filter(({ champ }) => champ === 'tout');
  const proofs = own.length > 0 ? own : whole.length > 0 ? whole : sources;
  const dated = proofs
    .map(({ date }) => ({ date, day: lastDayOf(date) }))
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  return dated.at(-1)?.date ?? undated;
}
