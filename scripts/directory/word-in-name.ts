import type { Lexicon } from './lexicon.ts';
import { inFull, isApostrophe, isSaint, type Token } from './name-tokens.ts';
import { accentedNames, commonWords, initials, lettersOf, linkWords, meant, severalTrades } from './words.ts';

/** `proper`: a name of its own, so that the whole is not only « Maison de santé ». */
export type Said = { readonly text: string; readonly proper: boolean };

type WordAt = {
  readonly text: string;
  readonly letters: string;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** The word before, whatever mark stands between. */
  readonly wordBefore: Token | undefined;
  readonly isLate: boolean;
};

export type Around = {
  /** A house is feminine, a centre masculine: « pluriprofessionnelle », « pluriprofessionnel ». */
  readonly feminine: boolean;
  readonly commune: string;
  readonly lexicon: Lexicon;
};

/** One word of a name, as French writes it where it stands. */
export function wordInName(tokens: readonly Token[], at: number, around: Around): Said {
  const { text } = tokens[at]!;
  const before = tokens[at - 1];
  const word: WordAt = {
    text,
    letters: lettersOf(text),
    before,
    after: tokens[at + 1],
    wordBefore: before?.text === '-' ? tokens[at - 2] : before,
    isLate: at > 1,
  };
  return (
    numberOf(word) ??
    elided(word) ??
    link(word) ??
    trade(word, around) ??
    abbreviation(word) ??
    common(word) ??
    acronym(word) ?? { text: properName(text, around), proper: true }
  );
}

/** A word, not a name: « maison », « de ». */
const plain = (text: string): Said => ({ text, proper: false });

const numberOf = ({ letters }: WordAt): Said | null =>
  /^\d/.test(letters)
    ? { text: letters.replace(/^(\d+)(?:EME|E)$/, '$1e').replace(/^1ER$/, '1er'), proper: true }
    : null;

/** « L'ETOILE », and « L ETOILE » whose apostrophe was lost. */
function elided({ letters, before, after }: WordAt): Said | null {
  if (isApostrophe(after?.text) && !after?.spaced && /^(?:D|L|N|S|QU)$/.test(letters)) {
    return plain(letters === 'L' && beginsName(before) ? 'L' : letters.toLowerCase());
  }
  const next = lettersOf(after?.text ?? '');
  return /^[DL]$/.test(letters) && /^[AEIOUYH]./.test(next) ? plain(`${letters.toLowerCase()}’`) : null;
}

function link({ letters, before, after }: WordAt): Said | null {
  if (!linkWords.has(letters) || (letters === 'A' && !after)) return null;
  if (letters === 'A') return plain('à');
  return plain(/^(?:LE|LA|LES)$/.test(letters) && beginsName(before) ? capitalised(letters) : letters.toLowerCase());
}

function trade({ letters }: WordAt, { feminine }: Around): Said | null {
  const found = severalTrades.find(({ written }) => written.test(letters));
  return found ? plain(feminine ? found.feminine : found.masculine) : null;
}

function abbreviation({ text, letters, after }: WordAt): Said | null {
  if (isSaint(text) && (after?.kind === 'word' || after?.text === '-')) {
    return { text: capitalised(inFull(text)), proper: true };
  }
  const meaning = meant.get(letters);
  return meaning ? { text: meaning, proper: /^\p{Lu}/u.test(meaning) && !initials.has(meaning) } : null;
}

function common({ letters, before, after, wordBefore, isLate }: WordAt): Said | null {
  if (/^AGES?$/.test(letters) && isApostrophe(before?.text)) return plain(accentedNames.get(letters)!);
  if (letters === 'SANTE' && wordBefore && endsName(wordBefore)) return { text: 'Santé', proper: true };
  if (letters === 'APPUI' && lettersOf(after?.text ?? '') === 'SANTE') return { text: 'Appui', proper: true };
  if (letters === 'CENTRE' && !after && isLate) return plain('Centre');
  const word = commonWords.get(letters);
  return word ? plain(word) : null;
}

/** Initials that say a kind, and no name. */
const kinds = new Set('MSP MSPU CDS CPTS DAC CLIC CSI CSP CMS CSD CS PSP PSLA MS SISA ESS ADMR'.split(' '));

function acronym({ letters }: WordAt): Said | null {
  if (initials.has(letters) || /^[^AEIOUY\d]{2,}$/.test(letters) || /^[IVX]{2,4}$/.test(letters)) {
    return { text: letters, proper: !kinds.has(letters) };
  }
  return letters.length === 1 ? plain(letters) : null;
}

/** « CPTS Actes Santé »: the word is of the name when a name stands before it, and not « maison » or « de ». */
function endsName({ text, kind }: Token): boolean {
  const letters = lettersOf(text);
  const isOther = commonWords.has(letters) || linkWords.has(letters) || kinds.has(letters) || meant.has(letters);
  return kind === 'word' && (letters === 'APPUI' || !isOther);
}

/** An article opens a name of its own (« CDS Le Magali ») unless another small word leads to it (« de la Plaine »). */
const beginsName = (before: Token | undefined): boolean =>
  before !== undefined && !linkWords.has(lettersOf(before.text)) && !isApostrophe(before.text);

/** A name with the accents of its own commune, of what we know, or of the other communes. */
function properName(text: string, { commune, lexicon }: Around): string {
  const letters = lettersOf(text);
  if (/\d/.test(letters)) return letters;
  const own = commune.match(/\p{L}+/gu)?.find((word) => lettersOf(word) === letters);
  return own ? own.charAt(0).toUpperCase() + own.slice(1) : (lexicon.accented(letters) ?? capitalised(text));
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
