import { bestPlaces, type Tier, tiers } from './best-places.ts';
import { type CommuneHit, hitOfCommune, hitOfOther } from './commune-hit.ts';
import { offerBeginnings, offerMended, type Placing } from './name-search.ts';
import type { CommuneIndex } from './places.ts';
import { expandSaint } from './search-words.ts';
import { offerWords } from './words-in-any-order.ts';

export type NameSearch = {
  readonly index: CommuneIndex;
  readonly limit: number;
  /** Whether the last word is typed to its end: « st » then is « saint », not the beginning of « Strasbourg ». */
  readonly isComplete: boolean;
  /** Whether the commune of a number may answer. */
  readonly accepts: (commune: number) => boolean;
};

/** `letters-mended`: one mistake in the name as a whole; `mended`: also in one of words that stand in any order. */
export type Mode = 'as-typed' | 'letters-mended' | 'mended';

/** Communes whose name answers the words, best first, each once; at least one word. */
export function hitsNamed(search: NameSearch, words: readonly string[], mode: Mode): CommuneHit[] {
  const { index, limit } = search;
  const { nameIndex } = index;
  const placing = placingOf(search, words);
  const best = bestPlaces(limit);
  const full = words.map(expandSaint);
  const last = words.at(-1)!;
  offerBeginnings(nameIndex, full, placing, best);
  if (!search.isComplete && last !== expandSaint(last)) {
    offerBeginnings(nameIndex, [...full.slice(0, -1), last], placing, best);
  }
  if (!best.isFull()) offerWords(nameIndex, full, placing, best, false);
  if (mode !== 'as-typed' && !best.isFull()) {
    const isExact = best.has(tiers.exact) || best.has(tiers.nearlyExact);
    offerMended(nameIndex, full, placing, best, isExact);
  }
  if (mode === 'mended' && best.isEmpty()) offerWords(nameIndex, full, placing, best, true);
  return best.list().map(({ place, tier }) => {
    const other = index.others[place - index.codes.length];
    return other ? hitOfOther(index, other, levels[tier]) : hitOfCommune(index, place, levels[tier]);
  });
}

const levels = [
  'exact',
  'exact',
  'debut',
  'debut',
  'mot',
  'mot',
  'approche',
  'approche',
  'approche',
  'approche',
] as const satisfies Record<Tier, CommuneHit['niveau']>;

/** Communes by population; the names of other days after them; arrondissements only when a number was typed. */
function placingOf({ index, accepts }: NameSearch, words: readonly string[]): Placing {
  const count = index.codes.length;
  const hasNumber = words.some((word) => /\d/.test(word));
  const otherAt = (place: number) => index.others[place - count]!;
  return {
    ownerOf: (place) => {
      if (place < count) return place;
      return otherAt(place).nature === 'arrondissement' ? place : otherAt(place).commune;
    },
    isFormer: (place) => place >= count && otherAt(place).nature !== 'arrondissement',
    weightOf: (place) => (place < count ? index.populations[place]! : otherAt(place).population),
    accepts: (place) => {
      if (place < count) return accepts(place);
      return accepts(otherAt(place).commune) && (hasNumber || otherAt(place).nature !== 'arrondissement');
    },
  };
}
