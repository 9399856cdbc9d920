import type { Member } from './evaluation.schema.ts';

/** By code point, unlike `<`, which compares UTF-16 units and puts « 𝒜 » before « ﬁ ». */
export function compareByCodePoint(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0)!);
  const right = Array.from(b, (character) => character.codePointAt(0)!);
  for (const [index, point] of left.entries()) {
    const difference = point - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** RPPS as text where all have one, else id: the same people always come in the same order, however they were typed. */
export function inStableOrder<Person extends Pick<Member, 'id' | 'rpps'>>(people: readonly Person[]): Person[] {
  const everyoneHasRpps = people.every(({ rpps }) => rpps !== null);
  const key = ({ id, rpps }: Person) => (everyoneHasRpps ? rpps! : id);
  return people.toSorted((a, b) => compareByCodePoint(key(a), key(b)));
}
