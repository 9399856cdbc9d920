import type { Commune } from './commune.ts';
import { type CommuneIndex, communeByCode, searchCommuneHits } from './commune-index.ts';

/** A commune to choose: `code` may be that of a municipal arrondissement, `via` says how the text led to it. */
export type Place = { readonly code: string; readonly commune: Commune; readonly via: string | null };

/** What a person asked for in an address: `commune=` holds an INSEE code, `q=` what was typed. */
export type AskedPlace =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' | 'too-long' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'several'; readonly text: string; readonly places: readonly Place[] }
  | {
      readonly kind: 'found';
      readonly code: string;
      readonly commune: Commune /** True when it comes from a text. */;
      readonly typed: boolean;
    };

/** A postcode may hold dozens of communes (46 for 51300 in 2026): all are listed. */
const mostPlaces = 60;

/**
 * Reads a place from a query string. A text leads to an answer only when one commune bears that name or postcode;
 * otherwise the person chooses from a list.
 */
export function resolvePlace(index: CommuneIndex, params: URLSearchParams): AskedPlace {
  const code = params.get('commune')?.trim();
  const text = (params.get('q') ?? code)?.trim().replace(/\s+/g, ' ');
  if (text === undefined) return { kind: 'none' };
  if (text === '') return { kind: 'empty' };
  if (text.length > 80) return { kind: 'too-long' };

  const known = params.has('q') || !code ? null : communeByCode(index, code.toUpperCase());
  if (known && code) return { kind: 'found', code: code.toUpperCase(), commune: known, typed: false };

  const places = searchCommuneHits(index, text, mostPlaces).map(({ code, commune, trouvePar }) => ({
    code,
    commune,
    via: trouvePar?.nom ?? null,
  }));
  const [first, second] = places;
  if (!first) return { kind: 'unknown', text };
  const typedPostcode = /^\d{5}$/.test(text);
  const named = places.filter((place) => sameName(place.via ?? place.commune.nom, text));
  const only = named.length === 1 ? named[0] : second === undefined ? first : undefined;
  if (only && (!typedPostcode || second === undefined))
    return { kind: 'found', code: only.code, commune: only.commune, typed: true };
  return { kind: 'several', text, places: typedPostcode ? places : places.slice(0, 12) };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim();

const sameName = (name: string, text: string) => plain(name) === plain(text);
