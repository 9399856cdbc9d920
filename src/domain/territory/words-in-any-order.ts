import { type BestPlaces, tiers } from './best-places.ts';
import { bytesOf, type NameIndex, rangeOf } from './name-index.ts';
import type { Placing } from './name-search.ts';
import { begins, beginsWithOneMistake } from './typing-mistake.ts';

/** « Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson » has eight words; no name has more than ten. */
const mostWords = 10;

/** Shorter words are too alike for one of their letters to be guessed. */
const shortestMended = 4;

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
  if (words.length < 2 || words.length > mostWords) return;
  const typed = words.map(bytesOf);
  const ranges = typed
    .map((letters) => rangeOf(index, letters))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  if (!mended && ranges.length < typed.length) return;
  // With a mistake, all words but one are right: of the two rarest, one surely is.
  for (const { from, to } of ranges.slice(0, mended ? 2 : 1)) {
    for (let at = from; at < to; at++) {
      const place = index.nameOfWord[index.sorted[at]!]!;
      if (placing.accepts(place) && holdsWords(index, place, typed, mended)) {
        best.offer(place, placing.ownerOf(place), mended ? tiers.wordsMended : tiers.words, placing.weightOf(place));
      }
    }
  }
}

/** Whether each typed word begins a word of its own of the name, one of them with a mistake when `mended`. */
function holdsWords(index: NameIndex, place: number, typed: readonly Uint8Array[], mended: boolean): boolean {
  const { text, wordStart, firstWord } = index;
  const first = firstWord[place]!;
  const last = firstWord[place + 1]!;
  if (last - first < typed.length) return false;
  const taken = new Set<number>();
  /** The end of the name's last word is its closing zero. */
  const findWord = (fits: (from: number, to: number) => boolean): number => {
    for (let word = first; word < last; word++) {
      const end = word + 1 < last ? wordStart[word + 1]! : wordStart[word + 1]! - 1;
      if (!taken.has(word) && fits(wordStart[word]!, end)) return word;
    }
    return -1;
  };
  let mistakes = 0;
  for (const letters of typed) {
    let word = findWord((from, to) => begins(text, from, to, letters, 0));
    if (word < 0 && mended && mistakes === 0 && letters.length >= shortestMended) {
      mistakes += 1;
      word = findWord((from, to) => beginsWithOneMistake(text, from, to, letters));
    }
    if (word < 0) return false;
    taken.add(word);
  }
  return true;
}
