import { type Lexicon, wordsOfPlace } from './lexicon.ts';
import { inFull, isApostrophe, type Token } from './name-tokens.ts';
import { linkWords } from './words.ts';

/** Where the structure is: its commune of today, the town as the source writes it, the code of the department. */
export type NamedPlace = {
  readonly commune: string;
  readonly ville: string;
  readonly departement: string;
  /** True for a body that works far around its commune: its town is its seat, not its name. */
  readonly isSeat: boolean;
};

/** FINESS cuts a short name at 38 letters; one nearly as long may have lost its end. */
const cutLength = 36;
const mostWords = 9;

type FoundPlace = { readonly name: string; readonly length: number };

/** The longest list of words from `at` on that is a commune: that of the structure, or another of its department. */
export function placeInName(
  tokens: readonly Token[],
  at: number,
  written: string,
  place: NamedPlace,
  lexicon: Lexicon,
): FoundPlace | null {
  if (tokens[at]!.kind === 'mark') return null;
  const others = lexicon.placesOf(place.departement);
  const [today = '', asWritten = ''] = [place.commune, place.ville].map((name) =>
    wordsOfPlace(name).map(inFull).join(' '),
  );
  const words: string[] = [];
  let best: FoundPlace | null = null;
  for (let end = at; end < tokens.length && words.length < mostWords; end++) {
    const { kind, text } = tokens[end]!;
    if (kind === 'mark' && text !== '/' && text !== '-' && !isApostrophe(text)) break;
    if (text === '/') words.push('SUR');
    if (kind === 'mark') continue;
    words.push(inFull(text));
    const heard = words.join(' ').replace(/ S SUR /, ' SUR ');
    const length = end - at + 1;
    const isLast = end === tokens.length - 1;
    if (heard === today) best = { name: place.commune, length };
    else if (words.length > 1 && others.has(heard)) best = { name: others.get(heard)!, length };
    else if (words.length > 1 && heard === asWritten) best = { name: hyphened(place.ville, lexicon), length };
    else if (!best && isLast && written.length >= cutLength && isCutOf(today, heard))
      best = { name: place.commune, length };
  }
  return best;
}

/** « SIN LE NOBL » is Sin-le-Noble: the last word stops short. */
const isCutOf = (whole: string, heard: string): boolean =>
  heard.length >= 5 && heard.includes(' ') && whole.startsWith(heard) && !whole.startsWith(`${heard} `);

/** A town that no commune of today is called, in the way that communes are written: « La Walck », « Le Gué-de-l’Orne ». */
const hyphened = (ville: string, lexicon: Lexicon): string =>
  wordsOfPlace(ville)
    .map(inFull)
    .map((word, rank) => {
      if (rank > 0 && linkWords.has(word)) return word.toLowerCase();
      return lexicon.accented(word) ?? capitalised(word);
    })
    .join('-')
    .replace(/^(Les?|La)-/, '$1 ')
    .replaceAll(/(?<=^|-)([LlDd])-/g, '$1’');

const capitalised = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();
