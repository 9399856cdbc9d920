import type { RecordLayer } from './layer.schema.ts';
import { lastDayOf } from './source-date.ts';
import type { StructureRecord } from './structure.schema.ts';

type Source = StructureRecord['sources'][number];

/** A field that a record prints, and the layer that it was taken from. */
export type TakenField = { readonly champ: string; readonly by: RecordLayer };

/**
 * The layer whose sources prove a record as a whole, among those that name it, the strongest first: the strongest, or a
 * weaker one that is dated later. An undated one is never passed over: nothing says that it is older.
 */
export function proofOf<L extends RecordLayer>(naming: readonly [L, ...L[]]): L {
  const [strongest, ...others] = naming;
  let proof = strongest;
  for (const other of others) {
    const known = dayOf(proof);
    const day = dayOf(other);
    if (known !== null && day !== null && day > known) proof = other;
  }
  return proof;
}

/** The latest day of the sources that prove a layer as a whole; null when none is dated. */
const dayOf = ({ sources }: RecordLayer): string | null =>
  wholly(sources)
    .flatMap(({ date }) => lastDayOf(date) ?? [])
    .sort()
    .at(-1) ?? null;

/**
 * The sources of a record taken from several layers: those of its proof as they stand, then those of each field that
 * another layer gave, under the name of that field.
 */
export function composedSources(proof: RecordLayer, taken: readonly TakenField[]): Source[] {
  const elsewhere = taken.filter(({ by }) => by !== proof);
  if (elsewhere.length === 0) return [...proof.sources];
  const lost = new Set(elsewhere.map(({ champ }) => champ));
  const provesWhole = proof.sources.some(({ champ }) => champ === 'tout');
  const own = proof.sources.flatMap((source) => {
    if (!lost.has(source.champ)) return [source];
    // Where no source proves the whole, each one proves the name too.
    return provesWhole ? [] : [{ ...source, champ: 'nom' }];
  });
  const others = elsewhere.flatMap(({ champ, by }) => sourcesOf(by, champ).map((source) => ({ ...source, champ })));
  return distinct([...own, ...others]);
}

/** What proves one field of a layer: its own sources, else those of the whole. */
function sourcesOf({ sources }: RecordLayer, champ: string): Source[] {
  const own = sources.filter((source) => source.champ === champ);
  return own.length > 0 ? own : wholly(sources);
}

function wholly(sources: readonly Source[]): Source[] {
  const whole = sources.filter(({ champ }) => champ === 'tout');
  return whole.length > 0 ? whole : [...sources];
}

const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [JSON.stringify(source), source])).values(),
];
