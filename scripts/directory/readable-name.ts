import { atCommune, ofCommune } from '../../src/messages/directory/place-names.ts';
import { type Lexicon, wordsOfPlace } from './lexicon.ts';
import { accentedNames, commonWords, initials, lettersOf, linkWords, meant, severalTrades } from './words.ts';

/** Where the structure is: its commune of today, the town as the source writes it, the code of the department. */
export type NamedPlace = {
  readonly commune: string;
  readonly ville: string;
  readonly departement: string;
  /** True for a body that works far around its commune: its town is its seat, not its name. */
  readonly isSeat: boolean;
};

type Token = { readonly text: string; readonly spaced: boolean; readonly kind: 'word' | 'mark' };
/** `proper`: a name of its own, so that the whole is not only « Maison de santé ». */
type Piece = { readonly text: string; readonly spaced: boolean; readonly proper: boolean };

/**
 * A name in the capitals of an official list, as a French reader writes it: « MSP DE ST LO » is « MSP de Saint-Lô ».
 * A name that says nothing of its own gets its commune: « MAISON DE SANTE » at Nogaro is « Maison de santé de Nogaro ».
 */
export function readableName(written: string, place: NamedPlace, lexicon: Lexicon): string {
  const tokens = tokensOf(cleaned(written));
  const feminine = tokens.some(({ text }) => ['MAISON', 'MSP'].includes(lettersOf(text)));
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = placeAt(tokens, at, written, place, lexicon);
    if (found) {
      pieces.push({ text: found.name, spaced: tokens[at]!.spaced, proper: true });
      at += found.length;
    } else {
      const piece = pieceOf(tokens, at, { feminine, place, lexicon, isFirst: pieces.length === 0 });
      if (piece) pieces.push(piece);
      at += 1;
    }
  }
  const name = capital(joined(pieces));
  if (pieces.some(({ proper }) => proper)) return name;
  const commune = place.commune.replaceAll("'", '’');
  return place.isSeat ? `${name} (siège ${atCommune(commune)})` : `${name} ${ofCommune(commune)}`;
}

/** Without the marks of the list: « - ET » for an establishment, quotes, brackets, dots between initials. */
function cleaned(written: string): string {
  return written
    .replaceAll(/\[[^\]]*\]|["“”]/g, ' ')
    .replaceAll(/\b((?:\p{Lu}\. ?){2,}\p{Lu}?)\b\.?/gu, (dotted) => `${dotted.replaceAll(/[. ]/g, '')} `)
    .replace(/\s*-+\s*ET\s*$/, '')
    .replace(/^COMMUNAUT[EÉ]S PROFESSIONNELLES TERRITORIALES/, 'COMMUNAUTE PROFESSIONNELLE TERRITORIALE')
    .replace(/\bMUT\.? ?(?:F|FR)\.(?= \d)/, 'MUTUALITE FRANCAISE')
    .replace(/\bMUT\.?(?= \d)/, 'MUTUALITE')
    .replaceAll(/\bD4(?=[AEIOUÉ])/g, "D'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s\-–,/]+$/, '')
    .trim();
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/(\s*)([\p{L}\p{N}]+|[^\s\p{L}\p{N}])/gu)].map(([, space, found]) => ({
    text: found!,
    spaced: space !== '',
    kind: /[\p{L}\p{N}]/u.test(found!) ? 'word' : 'mark',
  }));
}

const saints: ReadonlyMap<string, string> = new Map([
  ['ST', 'SAINT'],
  ['STE', 'SAINTE'],
  ['STS', 'SAINTS'],
]);
const inFull = (word: string): string => saints.get(lettersOf(word)) ?? lettersOf(word);

/** The longest list of words from `at` on that is a commune: that of the structure, or another of its department. */
function placeAt(
  tokens: readonly Token[],
  at: number,
  written: string,
  place: NamedPlace,
  lexicon: Lexicon,
): { readonly name: string; readonly length: number } | null {
  if (tokens[at]!.kind === 'mark') return null;
  const others = lexicon.placesOf(place.departement);
  const own = [place.commune, place.ville].map(wordsOfPlace).map((words) => words.map(inFull).join(' '));
  const words: string[] = [];
  let best: { name: string; length: number } | null = null;
  for (let end = at; end < tokens.length && words.length < 9; end++) {
    const { kind, text } = tokens[end]!;
    if (kind === 'mark' && text !== '/' && text !== '-' && text !== "'" && text !== '’') break;
    if (kind === 'mark' && text === '/') words.push('SUR');
    if (kind === 'word') words.push(inFull(text));
    if (kind === 'mark') continue;
    const heard = words.join(' ').replace(/ S SUR /, ' SUR ');
    if (heard === own[0] || (heard === own[1] && words.length > 1 && !others.has(heard))) {
      best = { name: heard === own[0] ? place.commune : hyphened(place, lexicon), length: end - at + 1 };
    } else if (words.length > 1 && others.has(heard)) best = { name: others.get(heard)!, length: end - at + 1 };
    const isCut = end === tokens.length - 1 && written.length >= cutLength && heard.length >= 5;
    if (!best && isCut && own[0]!.startsWith(heard) && words.length > 1 && !own[0]!.startsWith(`${heard} `)) {
      best = { name: place.commune, length: end - at + 1 };
    }
  }
  return best;
}
/** FINESS cuts a short name at 38 letters. */
const cutLength = 36;

/** A town that the list knows under another name than today’s commune. */
function hyphened({ ville, commune }: NamedPlace, lexicon: Lexicon): string {
  const words = wordsOfPlace(ville).map(inFull);
  if (words.join(' ') === wordsOfPlace(commune).map(inFull).join(' ')) return commune;
  return words
    .map((word, rank) =>
      rank > 0 && linkWords.has(word) ? word.toLowerCase() : (lexicon.accented(word) ?? proper(word)),
    )
    .join('-');
}

type Around = {
  readonly feminine: boolean;
  readonly place: NamedPlace;
  readonly lexicon: Lexicon;
  readonly isFirst: boolean;
};

function pieceOf(tokens: readonly Token[], at: number, around: Around): Piece | null {
  const { text, spaced, kind } = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const said = (word: string, isProper = false): Piece => ({ text: word, spaced, proper: isProper });
  if (kind === 'mark') {
    if (text === '.') return null;
    if (text === "'" || text === '’') return said('’');
    return text === '-' && (spaced || after?.spaced) ? { text: '–', spaced: true, proper: false } : said(text);
  }
  const letters = lettersOf(text);
  if (/^\d/.test(letters)) return said(letters.replace(/^(\d+)(?:EME|ÈME|E)$/, '$1e').replace(/^1ER$/, '1er'), true);
  const elides = after && /^[’']$/.test(after.text) && !after.spaced;
  if (elides && /^(?:D|L|N|S|QU)$/.test(letters)) {
    return said(letters === 'L' && beginsName(before) ? 'L' : letters.toLowerCase());
  }
  if (!elides && /^[DL]$/.test(letters) && after && /^[AEIOUYH]/.test(lettersOf(after.text)) && after.text.length > 2) {
    return said(`${letters.toLowerCase()}’`);
  }
  if (linkWords.has(letters) && !(letters === 'A' && !after)) {
    const startsName = /^(?:LE|LA|LES)$/.test(letters) && beginsName(before);
    return said(letters === 'A' ? 'à' : startsName ? proper(letters) : letters.toLowerCase());
  }
  if (saints.has(letters) && (after?.kind === 'word' || after?.text === '-')) return said(proper(inFull(text)), true);
  for (const { written, masculine, feminine } of severalTrades) {
    if (written.test(letters)) return said(around.feminine ? feminine : masculine);
  }
  const meaning = meant.get(letters);
  if (meaning) return said(meaning, /^[A-Z]/.test(meaning) && !initials.has(meaning));
  if (/^(?:AGE|AGES)$/.test(letters) && before && /^[’']$/.test(before.text)) return said(accentedNames.get(letters)!);
  const common = commonWords.get(letters);
  if (letters === 'SANTE' && before && endsAName(before)) return said('Santé', true);
  if (common) return said(letters === 'CENTRE' && !after && at > 1 ? 'Centre' : common);
  if (initials.has(letters) || /^[^AEIOUY\d]{2,}$/.test(letters) || /^[IVX]{2,4}$/.test(letters)) {
    return said(letters, !kindInitials.has(letters));
  }
  if (letters.length === 1) return said(letters);
  return said(properName(text, around), true);
}
const kindInitials = new Set([
  'MSP',
  'MSPU',
  'CDS',
  'CPTS',
  'DAC',
  'CLIC',
  'CSI',
  'CSP',
  'CMS',
  'CSD',
  'CS',
  'PSP',
  'PSLA',
  'MS',
  'SISA',
  'ESS',
  'ADMR',
]);

/** « CPTS Actes Santé »: the word is of the name when a name stands just before it, and not « maison » or « de ». */
function endsAName({ text, kind }: Token): boolean {
  const letters = lettersOf(text);
  const isOther = commonWords.has(letters) || linkWords.has(letters) || kindInitials.has(letters) || meant.has(letters);
  return kind === 'word' && (letters === 'APPUI' || !isOther);
}

/** An article opens a name of its own (« CDS Le Magali ») unless another small word leads to it (« de la Plaine »). */
function beginsName(before: Token | undefined): boolean {
  return before !== undefined && !linkWords.has(lettersOf(before.text)) && before.text !== "'" && before.text !== '’';
}

function properName(text: string, { place, lexicon }: Around): string {
  const letters = lettersOf(text);
  const ownWord = place.commune.match(/\p{L}+/gu)?.find((word) => lettersOf(word) === letters);
  if (ownWord) return capital(ownWord);
  const known = lexicon.accented(letters);
  if (known) return known;
  return proper(text);
}

const proper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function joined(pieces: readonly Piece[]): string {
  let text = '';
  pieces.forEach((piece, rank) => {
    const last = pieces[rank - 1]?.text;
    const saint = last !== undefined && /^Saint(?:e|s)?$/.test(last) && piece.proper && /^\p{L}/u.test(piece.text);
    if (rank > 0 && saint) text += '-';
    else if (rank > 0 && piece.spaced && !/’$/.test(text)) text += ' ';
    text += piece.text;
  });
  return text
    .replaceAll(/ ([,)])/g, '$1')
    .replaceAll(/\( /g, '(')
    .replaceAll(/(\S)\/ /g, '$1/')
    .replaceAll("'", '’')
    .replaceAll(/(\p{L}*médico) (dentaire|social)/giu, '$1-$2')
    .replaceAll('mutualité française', 'Mutualité française')
    .replaceAll(/pluri[- ](?=[pd])/gi, 'pluri')
    .replaceAll(/(plate) (forme)/gi, '$1$2')
    .trim();
}
