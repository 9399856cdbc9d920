import { type BestPlaces, type Tier, tiers } from './best-places.ts';
import { bytesOf, type NameIndex, type Range, rangeOf } from './name-index.ts';
import { begins, beginsWithOneMistake, oneMistakeRanges } from './typing-mistake.ts';

/** What the search needs to know of a place besides its name. */
export type Placing = {
  /** Places of one owner answer once. */
  readonly ownerOf: (place: number) => number;
  readonly weightOf: (place: number) => number;
  /** Places that may answer at all. */
  readonly accepts: (place: number) => boolean;
};

/** Offers the names that are, or begin with, or hold a word that begins with the query, written without blanks. */
export function offerBeginnings(index: NameIndex, words: readonly string[], placing: Placing, best: BestPlaces): void {
  const letters = bytesOf(words.join(''));
  offerRange(index, rangeOf(index, letters), letters.length, placing, best, (isWhole, position) => {
    if (position === 'inside') return tiers.word;
    if (!isWhole) return tiers.beginning;
    return position === 'first' ? tiers.exact : tiers.exactAfterArticle;
  });
}

/** As `offerBeginnings`, with one typing mistake mended. Under four letters only whole names are mended. */
export function offerMended(index: NameIndex, words: readonly string[], placing: Placing, best: BestPlaces): void {
  const letters = bytesOf(words.join(''));
  if (letters.length < 2) return;
  const isLongEnough = letters.length > 3;
  for (const { depth, ...range } of oneMistakeRanges(index, letters)) {
    offerRange(index, range, depth, placing, best, (isWhole, position) => {
      if (isWhole && position !== 'inside') return tiers.wholeMended;
      if (!isLongEnough) return null;
      return position === 'inside' ? tiers.wordMended : tiers.beginningMended;
    });
  }
}

/**
 * Offers the names in which each word of the query begins a word of its own, in any order: « aix provence » finds
 * « Aix-en-Provence ». With `mended`, one of the words of the query may hold one typing mistake.
 */
export function offerWords(
  index: NameIndex,
  words: readonly string[],
  placing: Placing,
  best: BestPlaces,
  mended: boolean,
): void {
  if (words.length < 2) return;
  const typed = words.map(bytesOf);
  const ranges = typed
    .map((letters) => rangeOf(index, letters))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  // All words but one are right: one of the two rarest surely is.
  for (const { from, to } of mended ? ranges.slice(0, 2) : ranges.length === typed.length ? ranges.slice(0, 1) : []) {
    for (let at = from; at < to; at++) {
      const place = index.nameOfWord[index.sorted[at]!]!;
      if (placing.accepts(place) && holdsWords(index, place, typed, mended)) {
        best.offer(place, placing.ownerOf(place), mended ? tiers.wordsMended : tiers.words, placing.weightOf(place));
      }
    }
  }
}

type Position = 'first' | 'after-article' | 'inside';

function offerRange(
  index: NameIndex,
  { from, to }: Range,
  depth: number,
  { ownerOf, weightOf, accepts }: Placing,
  best: BestPlaces,
  tierOf: (isWhole: boolean, position: Position) => Tier | null,
): void {
  const { text, wordStart, firstWord, headWord, nameOfWord, sorted } = index;
  for (let at = from; at < to; at++) {
    const word = sorted[at]!;
    const place = nameOfWord[word]!;
    if (!accepts(place)) continue;
    const position = word === firstWord[place] ? 'first' : word === headWord[place] ? 'after-article' : 'inside';
    const tier = tierOf(text[wordStart[word]! + depth] === 0, position);
    if (tier !== null) best.offer(place, ownerOf(place), tier, weightOf(place));
  }
}

function holdsWords(index: NameIndex, place: number, typed: readonly Uint8Array[], mended: boolean): boolean {
  const { text, wordStart, firstWord } = index;
  const first = firstWord[place]!;
  const last = firstWord[place + 1]!;
  const endOf = (word: number): number => (word + 1 < last ? wordStart[word + 1]! : text.indexOf(0, wordStart[word]));
  const taken = new Set<number>();
  let mendable = mended ? 1 : 0;
  for (const letters of typed) {
    let found = -1;
    for (let word = first; word < last && found < 0; word++) {
      if (!taken.has(word) && begins(text, wordStart[word]!, endOf(word), letters, 0)) found = word;
    }
    for (let word = first; word < last && found < 0 && mendable > 0 && letters.length > 3; word++) {
      if (!taken.has(word) && beginsWithOneMistake(text, wordStart[word]!, endOf(word), letters)) found = word;
    }
    if (found < 0) return false;
    if (mendable > 0 && !begins(text, wordStart[found]!, endOf(found), letters, 0)) mendable -= 1;
    taken.add(found);
  }
  return true;
}
