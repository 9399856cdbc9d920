import { lettersOf } from './words.ts';

/** A word or a mark of a name, and whether a space stands before it. */
export type Token = { readonly text: string; readonly spaced: boolean; readonly kind: 'word' | 'mark' };

export const tokensOf = (written: string): Token[] =>
  [...cleaned(written).matchAll(/(\s*)([\p{L}\p{N}]+|[^\s\p{L}\p{N}])/gu)].map(([, space, found]) => ({
    text: found!,
    spaced: space !== '',
    kind: /[\p{L}\p{N}]/u.test(found!) ? 'word' : 'mark',
  }));

/**
 * Without the marks of the list: « - ET » for an establishment, quotes, brackets, dots between initials, a last word
 * that the list says it cut.
 */
function cleaned(written: string): string {
  return written
    .replace(/\s\S+ \[tronqué[^\]]*\]/, '')
    .replaceAll(/\[[^\]]*\]|["“”]/g, ' ')
    .replaceAll(/\b((?:\p{Lu}\. ?){2,}\p{Lu}?)\b\.?/gu, (dotted) => `${dotted.replaceAll(/[. ]/g, '')} `)
    .replaceAll(/\.(?=\p{L}{2})/gu, '. ')
    .replace(/\s*(?:-+\s*ET|\(ET\))\s*$/, '')
    .replace(/^COMMUNAUT[EÉ]S PROFESSIONNELLES TERRITORIALES/, 'COMMUNAUTE PROFESSIONNELLE TERRITORIALE')
    .replace(/\bMUT\.? ?(?:F|FR)\.(?= \d)/, 'MUTUALITE FRANCAISE')
    .replace(/\bMUT\.?(?= \d)/, 'MUTUALITE')
    .replaceAll(/\bPLURI[- ](?=PRO|DIS)/g, 'PLURI')
    .replaceAll(/\bPRO (?=DE SANT)/g, 'PROFESSIONNELS ')
    .replaceAll(/\bD4(?=[AEIOUÉ])/g, "D'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s\-–,/]+$/, '')
    .trim();
}

const saints: ReadonlyMap<string, string> = new Map([
  ['ST', 'SAINT'],
  ['STE', 'SAINTE'],
  ['STS', 'SAINTS'],
]);

export const isSaint = (word: string): boolean => saints.has(lettersOf(word));

/** The letters of a word, « ST » being SAINT. */
export const inFull = (word: string): string => saints.get(lettersOf(word)) ?? lettersOf(word);

export const isApostrophe = (text: string | undefined): boolean => text === "'" || text === '’';
