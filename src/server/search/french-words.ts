import { stemmer } from '@orama/stemmers/french';

/** A word of a text, where it stands in it, and the form under which it is searched. */
export type Word = { readonly start: number; readonly end: number; readonly stem: string };

/** Words that carry no meaning of their own in a search; elided ones (« l’ », « qu’ ») are one or two letters. */
const emptyWords = new Set(
  (
    'a ai ait as au aux avec c ce ces cet cette ci comme comment d dans de des du elle elles en es est et eu il ils ' +
    'j je l la le les leur leurs lui m ma mais me mes mon n ne nos notre nous on ont ou par pas pour puis qu quand que ' +
    'quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y'
  ).split(' '),
);

const withoutAccents = (text: string): string =>
  text.replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The searched form of a word: French Snowball stem, without accents. Accents are taken off first, then put back where
 * the stemmer needs them (« infirmiere » → « infirmière »), so that a word typed without accents stems as with them.
 */
export function stemOf(word: string): string {
  const plain = withoutAccents(word.toLowerCase());
  const accented = plain
    .replace(/ieres?$/, 'ière')
    .replace(/ites?$/, 'ité')
    .replace(/ee(s?)$/, 'ée$1');
  return withoutAccents(stemmer(accented)) || plain;
}

/** Stems by word as it is written, null for an empty word: a page repeats its words, and searches repeat the pages. */
const known = new Map<string, string | null>();
const mostKnown = 20_000;

function knownStem(word: string): string | null {
  const stem = known.get(word);
  if (stem !== undefined) return stem;
  if (known.size >= mostKnown) known.clear();
  const found = emptyWords.has(withoutAccents(word.toLowerCase())) ? null : stemOf(word);
  known.set(word, found);
  return found;
}

/** Every meaningful word of a French text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const stem = knownStem(word);
    if (stem !== null) words.push({ start: index, end: index + word.length, stem });
  }
  return words;
}

/** The stems of a text in order, separated by spaces: what the full-text table holds. */
export const stemmed = (text: string): string =>
  wordsOf(text)
    .map(({ stem }) => stem)
    .join(' ');
