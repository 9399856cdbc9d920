import type { Commune } from './commune.ts';
import type { CommuneHit } from './commune-hit.ts';
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
      readonly commune: Commune;
      /** True when it comes from a text. */
      readonly typed: boolean;
    };

/** A postcode may hold dozens of communes (46 for 51300 in 2026): all are listed. Of a vague name, the likeliest. */
const mostPlaces = 60;
const fewPlaces = 12;

/** « Évry » typed alone may well mean Évry-Courcouronnes, 300 times as populated as the Évry of the Yonne. */
const farMorePeople = 10;

/**
 * Reads a place from a query string. A text leads to an answer only when one commune bears that name or postcode, and
 * no far larger one has a name that begins with it; otherwise the person chooses from a list.
 */
export function resolvePlace(index: CommuneIndex, params: URLSearchParams): AskedPlace {
  const code = params.get('commune')?.trim();
  const text = (params.get('q') ?? code)?.trim().replace(/\s+/g, ' ');
  if (text === undefined) return { kind: 'none' };
  if (text === '') return { kind: 'empty' };
  if (text.length > 80) return { kind: 'too-long' };

  const known = params.has('q') || !code ? null : communeByCode(index, code.toUpperCase());
  if (known && code) return { kind: 'found', code: code.toUpperCase(), commune: known, typed: false };

  const hits = searchCommuneHits(index, text, mostPlaces);
  const sure = hits.filter(({ niveau }) => niveau === 'exact' || niveau === 'code');
  const [first] = hits;
  if (!first) return { kind: 'unknown', text };
  const larger = first.niveau === 'exact' ? hits.filter((hit) => outshines(hit, sure)).slice(0, fewPlaces) : [];
  const only =
    sure.length === 1 && larger.length === 0
      ? sure[0]
      : hits.length === 1 && first.niveau !== 'approche'
        ? first
        : undefined;
  if (only) return { kind: 'found', code: only.code, commune: only.commune, typed: true };
  const shown = sure.length > 0 ? [...sure, ...larger] : hits.slice(0, fewPlaces);
  return {
    kind: 'several',
    text,
    places: shown.map(({ code, commune, trouvePar }) => ({ code, commune, via: trouvePar?.nom ?? null })),
  };
}

/** Whether people may well call a commune by the short name which others, all far smaller, bear in full. */
function outshines({ commune }: CommuneHit, short: readonly CommuneHit[]): boolean {
  const bears = (hit: CommuneHit) => commune.nom.startsWith(`${hit.trouvePar?.nom ?? hit.commune.nom}-`);
  return short.some(bears) && short.every((hit) => commune.population >= farMorePeople * hit.commune.population);
}
