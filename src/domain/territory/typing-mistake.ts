import { firstNotBelow, letterAt, type NameIndex, narrow, type Range } from './name-index.ts';

const isDigit = (letter: number): boolean => letter >= 48 && letter <= 57;

/** A range whose readings, up to `depth`, are the query with one typing mistake. */
export type MistakeRange = Range & { readonly depth: number };

/**
 * Every range of readings that begin with the query but for one mistake: a letter too many, missing, wrong, or two
 * swapped. Digits are never mended: « Paris 15 » is not « Paris 16 ». A reading may be in several ranges.
 */
export function oneMistakeRanges(index: NameIndex, letters: Uint8Array): MistakeRange[] {
  const found: MistakeRange[] = [];
  const length = letters.length;
  const keep = (range: Range, depth: number, start: number): void => {
    const rest = narrow(index, range, depth, letters, start);
    if (rest.from < rest.to) found.push({ ...rest, depth: depth + length - start });
  };
  let range: Range = { from: 0, to: index.sorted.length };
  for (let i = 0; i < length && range.from < range.to; i++) {
    const typed = letters[i]!;
    if (isDigit(typed)) {
      range = narrow(index, range, i, letters.subarray(i, i + 1), 0);
      continue;
    }
    keep(range, i, i + 1);
    const next = letters[i + 1];
    if (next !== undefined && next !== typed && !isDigit(next)) {
      const swapped = narrow(index, range, i, Uint8Array.of(next, typed), 0);
      if (swapped.from < swapped.to) keep(swapped, i + 2, i + 2);
    }
    let same: Range = { from: range.to, to: range.to };
    for (let from = range.from; from < range.to; ) {
      const letter = letterAt(index, from, i);
      const to = firstNotBelow(index, from, range.to, i, letter + 1);
      const child = { from, to };
      from = to;
      if (letter === typed) same = child;
      if (letter === 0 || isDigit(letter)) continue;
      keep(child, i + 1, i);
      if (letter !== typed) keep(child, i + 1, i + 1);
    }
    range = same;
  }
  return found;
}

/** Whether `letters`, with one mistake mended, begin what stands in `text` from `from` up to `to`. */
export function beginsWithOneMistake(text: Uint8Array, from: number, to: number, letters: Uint8Array): boolean {
  let i = 0;
  while (i < letters.length && from + i < to && text[from + i] === letters[i]) i++;
  if (i === letters.length) return true;
  if (isDigit(letters[i]!)) return false;
  return (
    begins(text, from + i, to, letters, i + 1) ||
    begins(text, from + i + 1, to, letters, i) ||
    begins(text, from + i + 1, to, letters, i + 1) ||
    (letters[i] === text[from + i + 1] &&
      letters[i + 1] === text[from + i] &&
      begins(text, from + i + 2, to, letters, i + 2))
  );
}

/** Whether `letters` from `start` on begin what stands in `text` from `from` up to `to`. */
export function begins(text: Uint8Array, from: number, to: number, letters: Uint8Array, start: number): boolean {
  if (to - from < letters.length - start) return false;
  for (let i = start; i < letters.length; i++) if (text[from + i - start] !== letters[i]) return false;
  return true;
}
