import { isNearby, isSameStreet, type NameKey } from './name-key.ts';

/** What two lists say of a structure of one kind in one commune, as far as it can be compared. */
export type Compared = {
  readonly key: NameKey;
  readonly voie: string | null;
  /** True when no other of the same list, kind and trade is in the commune. */
  readonly isAlone: boolean;
  /** True for a body of a whole territory: one word in common says little, unless it is the town of its seat. */
  readonly isBroad: boolean;
  readonly seat: readonly string[];
  /** True for a service that shares its door with no other of its kind: the same numbered street is enough. */
  readonly isAloneAtItsDoor: boolean;
};

/** What makes two records one, the surest first. */
export const surenesses = ['téléphone', 'même nom', 'même rue', 'nom plus long'] as const;
export type Sureness = (typeof surenesses)[number];

export type Likeness =
  | { readonly kind: 'same'; readonly why: Sureness }
  | { readonly kind: 'doubtful'; readonly why: 'même rue, autre nom' | 'seules dans la commune' | 'noms voisins' }
  | { readonly kind: 'other' };

/** Whether two records of one commune are one structure: by name, by street, by telephone; else a doubt or nothing. */
export function likeness(one: Compared, other: Compared): Likeness {
  const [a, b] = [one.key.own, other.key.own];
  if (one.key.trades !== other.key.trades) return { kind: 'other' };
  if (a.length > 0 && a.join(' ') === b.join(' ')) return { kind: 'same', why: 'même nom' };
  const shared = a.filter((word) => b.includes(word));
  const street = isSameStreet(one.voie, other.voie);
  if (street && one.isAloneAtItsDoor && /\d/.test(one.voie ?? '')) return { kind: 'same', why: 'même rue' };
  if (street && (shared.length > 0 || a.length === 0 || b.length === 0)) return { kind: 'same', why: 'même rue' };
  if (a.length === 0 && b.length === 0) {
    return one.isAlone && other.isAlone ? { kind: 'same', why: 'même nom' } : { kind: 'doubtful', why: 'noms voisins' };
  }
  if (shared.some((word) => word.length > 3)) {
    const within =
      shared.length === Math.min(a.length, b.length) &&
      (shared.length > 1 || !one.isBroad || other.seat.includes(shared[0]!));
    return within ? { kind: 'same', why: 'nom plus long' } : { kind: 'doubtful', why: 'noms voisins' };
  }
  if (street) return { kind: 'doubtful', why: 'même rue, autre nom' };
  if ((a.length === 0 || b.length === 0) && one.isAlone && other.isAlone) {
    if (one.key.saysCommune && other.key.saysCommune) return { kind: 'same', why: 'même nom' };
    if (isNearby(one.voie, other.voie)) return { kind: 'same', why: 'même rue' };
    return { kind: 'doubtful', why: 'seules dans la commune' };
  }
  return { kind: 'other' };
}
