import type { Draft, LeftOut, ReadEdition } from './draft.ts';

/** A service that a list gives once a town it serves is one service: same telephone, same street, same town of the address. */
export function withoutTwins({ drafts, leftOut }: ReadEdition): ReadEdition {
  const seen = new Map<string, Draft>();
  const twins: LeftOut[] = [];
  const kept = drafts.filter((draft) => {
    const { telephone, adresse } = draft.fields;
    if (!telephone || !adresse?.voie) return true;
    const place = [draft.type, telephone, doorOf(adresse.voie), adresse.codeInsee].join(' ');
    const first = seen.get(place);
    if (!first) {
      seen.set(place, draft);
      return true;
    }
    twins.push({
      key: draft.key,
      nom: draft.fields.nom,
      quoi: 'la ligne entière',
      pourquoi: `même téléphone et même adresse que ${first.key}`,
    });
    return false;
  });
  return { drafts: kept, leftOut: [...leftOut, ...twins] };
}

/** The part of an address that has a number, without its signs: what stands before is the house, told or not. */
const doorOf = (voie: string): string =>
  (voie.split(', ').find((part) => /^\d/.test(part)) ?? voie).toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
