import type { CommuneIndex } from '../../src/domain/territory/commune-index.ts';

/** A text to search, and the number of the commune it was made from. */
export type Query = { readonly text: string; readonly commune: number };

/** Numbers in [0, 1) that are the same at each run. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A name in small letters without accents, as it is typed; hyphens and apostrophes stay. */
export const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe');

export const beginningOf = (name: string, random: () => number): string => name.slice(0, 2 + Math.floor(random() * 9));

export const mistakes = ['remplacée', 'oubliée', 'en trop', 'échangées'] as const;
export type Mistake = (typeof mistakes)[number];

/** The name with one letter wrong, missing, too many, or swapped with the next one. */
export function withMistake(name: string, mistake: Mistake, random: () => number): string {
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]!;
  let at = Math.floor(random() * (name.length - 1));
  while (!/[a-z]/.test(name[at]!)) at = (at + 1) % name.length;
  const before = name.slice(0, at);
  switch (mistake) {
    case 'remplacée':
      return before + letter + name.slice(at + 1);
    case 'oubliée':
      return before + name.slice(at + 1);
    case 'en trop':
      return before + letter + name.slice(at);
    case 'échangées':
      return before + name.slice(at + 1, at + 2) + name[at] + name.slice(at + 2);
  }
}

/** What people type: beginnings of names, whole names, names with a mistake, « St » for « Saint », postcodes. */
export function realisticQueries(index: CommuneIndex, count: number): Query[] {
  const random = repeatable(4);
  return Array.from({ length: count }, (_, number) => {
    const commune = Math.floor(random() * index.codes.length);
    const name = plain(index.names[commune]!);
    const texts = [
      () => beginningOf(name, random),
      () => beginningOf(name, random),
      () => name,
      () => withMistake(name, mistakes[number % 4]!, random),
      () => name.replace(/saint(e?)-/, 'st$1 '),
      () => index.postcodes[commune]!.slice(0, 2 + Math.floor(random() * 4)),
    ];
    return { text: texts[number % texts.length]!(), commune };
  });
}
