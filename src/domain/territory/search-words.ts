/** Longer than any name (45 letters) with its department and a postcode: what follows is not read. */
const longestQuery = 120;

const ordinal = /^(\d{1,2})(?:e|er|ere|eme|nd|nde)$/;
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
]);

const isArrondissementWord = (word: string): boolean =>
  'arrondissement'.startsWith(word) || word === 'arrondissements' || word === 'arrdt' || word === 'ardt';

/**
 * The words of a name or a query, in plain small letters and digits: accents, case, hyphens and apostrophes fall away,
 * « œ » is « oe », « s/ » is « sur », « 15e arrondissement » is « 15 ». « St » stays: see `expandSaint`.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .slice(0, longestQuery)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/(?<![a-z0-9])s\//g, ' sur ');
  const words: string[] = [];
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    const previous = words.at(-1);
    if (previous !== undefined && /^\d{1,2}$/.test(previous) && isArrondissementWord(word)) continue;
    words.push(word.replace(ordinal, '$1'));
  }
  return words;
}

/** « St », « Ste » and their plurals in full. */
export const expandSaint = (word: string): string => abbreviations.get(word) ?? word;
