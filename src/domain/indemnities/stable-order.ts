import type { ListedMember } from './evaluation.schema.ts';

/** By code point, unlike `<`, which compares UTF-16 units and puts « 𝒜 » before « ﬁ ». */
export function compareByCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length || at < b.length; ) {
    const left = a.codePointAt(at) ?? -1;
    const right = b.codePointAt(at) ?? -1;
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
  return 0;
}

/** RPPS as text where all have one, else id: the same people always come in the same order, however they were typed. */
export function inStableOrder<Person extends Pick<ListedMember, 'id' | 'rpps'>>(people: readonly Person[]): Person[] {
  const everyoneHasRpps = people.every(({ rpps }) => rpps !== null);
  const key = ({ id, rpps }: Person) => (everyoneHasRpps ? rpps! : id);
  return people.toSorted((a, b) => compareByCodePoint(key(a), key(b)));
}
