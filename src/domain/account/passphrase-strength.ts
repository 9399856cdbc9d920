export type Strength = { readonly bits: number; readonly mot: 'faible' | 'suffisante' | 'forte' };

/**
 * An estimate of how long a passphrase would be looked for, in bits. The thresholds are those of the CNIL (deliberation
 * 2022-100): 50 with a limit on attempts, which this site has, 80 without. It informs, and refuses nothing.
 *
 * Letters are taken for words of a small dictionary, 11.5 bits each (the CNIL counts 80 bits for seven words), one
 * for about seven letters when they are glued together. Only a mixture of letters, digits and signs without spaces is
 * taken for a drawing by chance. A word said twice counts once.
 */
export function passphraseStrength(typed: string): Strength {
  const pieces = new Set(
    typed
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s'’-]+/)
      .filter(Boolean),
  );
  const originals = typed.normalize('NFC').split(/[\s'’-]+/);
  const bits = Math.floor([...pieces].reduce((sum, piece) => sum + pieceBits(asTyped(originals, piece)), 0));
  return { bits, mot: bits < 50 ? 'faible' : bits < 80 ? 'suffisante' : 'forte' };
}

const asTyped = (originals: readonly string[], piece: string): string =>
  originals.find((original) => original.toLowerCase() === piece) ?? piece;

const bitsPerWord = 11.5;
const words = (letters: number): number => Math.max(1, Math.round(letters / 7));

function pieceBits(piece: string): number {
  const length = new Set(piece).size < 4 ? new Set(piece).size : [...piece].length;
  if (/^\d+$/.test(piece)) return length * Math.log2(10);
  if (/^\p{L}+$/u.test(piece)) return length < 3 ? length * 2 : words(length) * bitsPerWord;
  if (wordThenMark.test(piece)) return words(length) * bitsPerWord;
  return length * Math.log2(alphabet(piece));
}

/** « Bonjour2026! », « pluie, »: a word and what people put behind it. */
const wordThenMark = /^\p{L}{3,}\d{0,4}[^\p{L}\d]?$/u;

const alphabet = (piece: string): number =>
  (/\p{Ll}/u.test(piece) ? 26 : 0) +
  (/\p{Lu}/u.test(piece) ? 26 : 0) +
  (/\d/.test(piece) ? 10 : 0) +
  (/[^\p{L}\d]/u.test(piece) ? 20 : 0);
