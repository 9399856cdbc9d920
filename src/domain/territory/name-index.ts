import { expandSaint, searchWords } from './search-words.ts';

/**
 * Every name, from each of its words on, in alphabetical order and without blanks: « Pont-à-Mousson » stands there as
 * `pontamousson`, `amousson` and `mousson`. What begins with some letters is then one range, found by halving.
 * Typed arrays: 37,500 names take about 1.7 MB.
 */
export type NameIndex = {
  /** All names one after the other in ASCII, a zero after each. */
  readonly text: Uint8Array;
  /** Where each word begins in `text`; the words of a name follow each other. One more at the end. */
  readonly wordStart: Uint32Array;
  /** The first word of each name; one more at the end. */
  readonly firstWord: Uint32Array;
  /** The first word of each name that is no article: « rochelle » for « La Rochelle ». */
  readonly headWord: Uint32Array;
  readonly nameOfWord: Uint32Array;
  /** Word numbers, in the order of what is read from that word to the end of the name. */
  readonly sorted: Uint32Array;
};

/** A part of `sorted`, from `from` up to and without `to`. */
export type Range = { readonly from: number; readonly to: number };

const articles: ReadonlySet<string> = new Set(['l', 'le', 'la', 'les']);

export function buildNameIndex(names: readonly string[]): NameIndex {
  const wordsOf = names.map((name) => searchWords(name).map(expandSaint));
  const wordCount = wordsOf.reduce((sum, words) => sum + words.length, 0);
  const length = wordsOf.reduce((sum, words) => sum + words.join('').length + 1, 0);
  const text = new Uint8Array(length);
  const wordStart = new Uint32Array(wordCount + 1);
  const nameOfWord = new Uint32Array(wordCount);
  const firstWord = new Uint32Array(names.length + 1);
  const headWord = new Uint32Array(names.length);
  const readings: string[] = [];
  let at = 0;
  let word = 0;
  wordsOf.forEach((words, name) => {
    firstWord[name] = word;
    headWord[name] = words.length > 1 && articles.has(words[0]!) ? word + 1 : word;
    const joined = words.join('');
    let offset = 0;
    for (const { length } of words) {
      wordStart[word] = at + offset;
      nameOfWord[word] = name;
      readings.push(joined.slice(offset));
      offset += length;
      word += 1;
    }
    for (let i = 0; i < joined.length; i++) text[at + i] = joined.charCodeAt(i);
    at += joined.length + 1;
  });
  firstWord[names.length] = word;
  wordStart[word] = at;
  const order = readings.map((_, number) => number);
  order.sort((a, b) => (readings[a]! < readings[b]! ? -1 : readings[a]! > readings[b]! ? 1 : a - b));
  return { text, wordStart, firstWord, headWord, nameOfWord, sorted: Uint32Array.from(order) };
}

export const bytesOf = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

/** All readings that begin with `letters`. */
export const rangeOf = (index: NameIndex, letters: Uint8Array): Range =>
  narrow(index, { from: 0, to: index.sorted.length }, 0, letters, 0);

/** Of a range whose readings agree up to `depth`: those that go on with `letters` from its place `start` on. */
export function narrow(index: NameIndex, range: Range, depth: number, letters: Uint8Array, start: number): Range {
  let { from, to } = range;
  for (let i = start; i < letters.length && from < to; i++) {
    const letter = letters[i]!;
    from = firstNotBelow(index, from, to, depth + i - start, letter);
    to = firstNotBelow(index, from, to, depth + i - start, letter + 1);
  }
  return { from, to };
}

/** The letter that the reading at a place of `sorted` has at `depth`; zero at the end of the name. */
export const letterAt = ({ text, wordStart, sorted }: NameIndex, place: number, depth: number): number =>
  text[wordStart[sorted[place]!]! + depth]!;

/** The first place of the range whose letter at `depth` is `letter` or later. */
export function firstNotBelow(index: NameIndex, from: number, to: number, depth: number, letter: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (letterAt(index, middle, depth) < letter) low = middle + 1;
    else high = middle;
  }
  return low;
}
