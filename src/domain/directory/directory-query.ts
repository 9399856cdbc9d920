import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { CommuneIndex } from '#domain/territory/commune-index.ts';
import { type Place, resolvePlace } from '#domain/territory/resolve-place.ts';
import type { FilterError } from './filter-error.ts';
import { defaultPage, parseSearchCriteria, type SearchCriteria } from './search-criteria.schema.ts';

/** What the address of `/annuaire` asks for: the filters of the API, and `lieu`, a commune as it was typed. */
export type DirectoryQuery = {
  readonly criteria: SearchCriteria;
  /** The address of the same list without empty or repeated fields, when it differs from the one asked for. */
  readonly tidy: string | null;
  /** Communes to choose from, when the place typed is not one alone. */
  readonly places: readonly Place[];
};

/** Reads `/annuaire?…`; a refusal names the field, as it stands in the form. */
export function readDirectoryQuery(
  index: CommuneIndex,
  params: URLSearchParams,
): Result<DirectoryQuery, readonly FilterError[]> {
  const filters = new URLSearchParams(params);
  const typed = filters.get('lieu') ?? '';
  filters.delete('lieu');
  if (filters.get('page') === '1') filters.delete('page');

  const place =
    typed.trim() === '' ? ({ kind: 'none' } as const) : resolvePlace(index, new URLSearchParams({ q: typed }));
  if (place.kind === 'found') filters.set('commune', place.code);
  if (place.kind === 'unknown') return refuse([{ champ: 'lieu', code: 'COMMUNE_INTROUVABLE', texte: place.text }]);
  if (place.kind === 'too-long') return refuse([{ champ: 'lieu', code: 'LIEU_TROP_LONG' }]);

  const read = parseSearchCriteria(filters, { emptyIsAbsent: true });
  if (!read.ok) return refuse(read.refusal.erreurs);
  const tidy = addressOf(read.value);
  const same = params.toString() === new URLSearchParams(tidy).toString();
  const places = place.kind === 'several' ? place.places : [];
  return accept({ criteria: read.value, tidy: same || places.length > 0 ? null : tidy, places });
}

/** The query string of a list: only what filters, always in the same order. */
export function addressOf(criteria: Partial<SearchCriteria>): string {
  const { type, departement, region, epci, commune, q, bbox, autour, rayon, page, taille } = criteria;
  const params = new URLSearchParams();
  const filters = {
    type: type?.join(','),
    departement,
    region,
    epci,
    commune,
    q,
    bbox: bbox && [bbox.ouest, bbox.sud, bbox.est, bbox.nord].join(','),
    autour: autour && [autour.lon, autour.lat].join(','),
    rayon,
    taille: taille === defaultPage ? undefined : taille,
    page: page === 1 ? undefined : page,
  };
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, String(value));
  return params.toString().replaceAll('%2C', ',');
}
