import { type BestPlaces, type Tier, tiers } from './best-places.ts';
import { bytesOf, type NameIndex, type Range, rangeOf } from './name-index.ts';
import { oneMistakeRanges } from './typing-mistake.ts';

/** What the search needs to know of a place besides its name. */
export type Placing = {
  /** Places of one owner answer once. */
  readonly ownerOf: (place: number) => number;
  readonly weightOf: (place: number) => number;
  /** Places that may answer at all. */
  readonly accepts: (place: number) => boolean;
  /** A name of other days comes later: even exact, after « Le Cannet » for « cannet ». */
  readonly isFormer: (place: number) => boolean;
};

/**
 * Offers the names that are, or begin with, or hold a word that begins with the query, written without blanks. A name
 * that only fits across its words (« rochel » and « Roche-la-Molière ») comes with those that hold it inside.
 */
export function offerBeginnings(index: NameIndex, words: readonly string[], placing: Placing, best: BestPlaces): void {
  const letters = bytesOf(words.join(''));
  offerRange(index, rangeOf(index, letters), letters.length, placing, best, ({ isWhole, position, word, place }) => {
    if (position === 'inside') return tiers.word;
    const isPlain = !placing.isFormer(place) && fitsWordByWord(index, word, words);
    if (isWhole) return isPlain && position === 'first' ? tiers.exact : tiers.nearlyExact;
    if (!isPlain) return tiers.word;
    return position === 'first' ? tiers.beginning : tiers.beginningAfterArticle;
  });
}

/** As `offerBeginnings`, with one typing mistake mended; under four letters, or with `onlyWhole`, whole names only. */
export function offerMended(
  index: NameIndex,
  words: readonly string[],
  placing: Placing,
  best: BestPlaces,
  onlyWhole: boolean,
): void {
  const letters = bytesOf(words.join(''));
  if (letters.length < 2) return;
  const isLongEnough = letters.length > 3 && !onlyWhole;
  for (const { depth, ...range } of oneMistakeRanges(index, letters)) {
    offerRange(index, range, depth, placing, best, ({ isWhole, position }) => {
      if (isWhole && position !== 'inside') return tiers.wholeMended;
      if (!isLongEnough) return null;
      return position === 'inside' ? tiers.wordMended : tiers.beginningMended;
    });
  }
}

type Find = {
  readonly place: number;
  readonly word: number;
  readonly position: 'first' | 'after-article' | 'inside';
  /** Whether the query goes to the end of the name. */
  readonly isWhole: boolean;
};

function offerRange(
  index: NameIndex,
  { from, to }: Range,
  depth: number,
  { ownerOf, weightOf, accepts }: Placing,
  best: BestPlaces,
  tierOf: (find: Find) => Tier | null,
): void {
  const { text, wordStart, firstWord, headWord, nameOfWord, sorted } = index;
  for (let at = from; at < to; at++) {
    const word = sorted[at]!;
    const place = nameOfWord[word]!;
    if (!accepts(place)) continue;
    const position = word === firstWord[place] ? 'first' : word === headWord[place] ? 'after-article' : 'inside';
    const tier = tierOf({ place, word, position, isWhole: text[wordStart[word]! + depth] === 0 });
    if (tier !== null) best.offer(place, ownerOf(place), tier, weightOf(place));
  }
}

/** Whether each word of the query but the last is a word of the name, from `word` on, and the last begins one. */
function fitsWordByWord({ wordStart }: NameIndex, word: number, words: readonly string[]): boolean {
  return words.every(({ length }, at) => {
    const room = wordStart[word + at + 1]! - wordStart[word + at]!;
    return at === words.length - 1 ? length <= room : length === room;
  });
}
