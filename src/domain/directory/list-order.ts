import { searchWords } from '#domain/territory/search-words.ts';
import { type StructureRecord, structureTypes } from './structure.schema.ts';

/**
 * The place of a record in lists, as a text that sorts byte by byte: its type in the order of `structureTypes`, then
 * its name without case, accents nor punctuation, numbers as numbers (« DAC 10 » before « DAC 100 »).
 */
export function listKey({ type, nom }: Pick<StructureRecord, 'type' | 'nom'>): string {
  const rank = String(structureTypes.indexOf(type)).padStart(2, '0');
  return [rank, ...searchWords(nom).map((word) => word.replace(/^\d+/, (digits) => digits.padStart(9, '0')))].join(' ');
}

/** A record by its place in lists: two of one name go by their ids. */
export type Listed = { readonly key: string; readonly id: string };
export const inListOrder = (a: Listed, b: Listed): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Room left between two numbers, so that a record can later be put between its neighbours. */
export const numberGap = 1024;

/**
 * `count` whole numbers in increasing order between two that are taken, spread evenly. `before` is 0 at the beginning
 * of the list, `after` null at its end. Null when there is no room: then every record is to be numbered anew.
 */
export function numbersBetween(before: number, after: number | null, count: number): number[] | null {
  const step = after === null ? numberGap : (after - before) / (count + 1);
  if (step < 1) return null;
  return Array.from({ length: count }, (_, rank) => before + Math.floor(step * (rank + 1)));
}
