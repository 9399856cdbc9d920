import { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** Length alone decides, without rules of composition: NIST SP 800-63B-4; ASVS 5.0, 6.2.1, 6.2.5 and 6.2.9. */
export const passphraseLength = { min: 15, max: 128 } as const;

export type PassphraseRefusal =
  | { readonly code: 'PHRASE_TROP_COURTE'; readonly caracteres: number; readonly minimum: number }
  | { readonly code: 'PHRASE_TROP_LONGUE'; readonly caracteres: number; readonly maximum: number }
  /** Little is left of it without common words, rows of keys, repetitions and what the site knows of the person. */
  | { readonly code: 'PHRASE_PREVISIBLE' };

/** Words that everybody tries first. */
export const commonWordsSchema = z.strictObject({
  origine: z.string().min(1),
  mots: z.array(z.string().regex(/^[a-z0-9]{3,}$/)),
});
export type CommonWords = readonly string[];

/** What must be new in a phrase once the known is taken away. Our choice: half of the length asked for. */
const leastNew = 8;

/**
 * Accepts a passphrase, in the form to be hashed (NFC: one writing for é, whatever the keyboard).
 * `context` is what anyone may guess of this account: the name of the site, the person’s name and address.
 */
export function checkPassphrase(
  typed: string,
  { common, context }: { readonly common: CommonWords; readonly context: readonly string[] },
): Result<string, PassphraseRefusal> {
  const phrase = normalisePassphrase(typed);
  const caracteres = [...phrase].length;
  const { min, max } = passphraseLength;
  if (caracteres < min) return refuse({ code: 'PHRASE_TROP_COURTE', caracteres, minimum: min });
  if (caracteres > max) return refuse({ code: 'PHRASE_TROP_LONGUE', caracteres, maximum: max });
  const known = [...common, ...context.flatMap(wordsOf)];
  return newCharacters(phrase, known) < leastNew ? refuse({ code: 'PHRASE_PREVISIBLE' }) : accept(phrase);
}

export const normalisePassphrase = (typed: string): string => typed.normalize('NFC');

/** How many characters are left without known words, rows of keys and repetitions. */
function newCharacters(phrase: string, known: readonly string[]): number {
  const longestFirst = [...new Set(known)].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), plain(phrase));
  return [...withoutRows(withoutRepetition(left.replace(/\s+/g, '')))].length;
}

/** « abcabcabc » → « abc »: a block said again brings nothing. */
const withoutRepetition = (text: string): string => text.replace(/(.{1,16}?)\1+/gu, '$1');

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
];
const bothWays = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Three neighbours of a row of keys or more, in either direction, count as one character. */
function withoutRows(text: string): string {
  let kept = '';
  for (let i = 0; i < text.length; ) {
    let length = 3;
    const inRow = (size: number) =>
      i + size <= text.length && bothWays.some((row) => row.includes(text.slice(i, i + size)));
    if (!inRow(length)) length = 1;
    else while (inRow(length + 1)) length++;
    kept += text[i];
    i += length;
  }
  return kept;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a context, three letters or more: below, they would be found everywhere. */
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\d]{3,}/gu) ?? [];
