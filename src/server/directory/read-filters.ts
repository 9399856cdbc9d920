import type { FilterError } from '#domain/directory/filter-error.ts';
import { parseSearchCriteria, type SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type CommuneIndex, communeByCode, epciByCode } from '#domain/territory/commune-index.ts';

/** Reads the filters of the API. A place that does not exist is an error, never an empty list. */
export function readFilters(
  params: URLSearchParams,
  communes: CommuneIndex,
): Result<SearchCriteria, readonly FilterError[]> {
  const criteria = parseSearchCriteria(params);
  if (!criteria.ok) return refuse(criteria.refusal.erreurs);
  const { commune, epci } = criteria.value;
  const errors: FilterError[] = [];
  if (commune && !communeByCode(communes, commune))
    errors.push({ champ: 'commune', code: 'COMMUNE_INCONNUE', texte: commune });
  if (epci && !epciByCode(communes, epci)) errors.push({ champ: 'epci', code: 'EPCI_INCONNU', texte: epci });
  return errors.length > 0 ? refuse(errors) : criteria;
}

/** The same for an export, which gives every row: it has no page. */
export function readExportFilters(
  params: URLSearchParams,
  communes: CommuneIndex,
): Result<Omit<SearchCriteria, 'page' | 'taille'>, readonly FilterError[]> {
  const paging = ['page', 'taille'].filter((name) => params.has(name));
  const filters = readFilters(params, communes);
  if (paging.length > 0) {
    const errors = paging.map((champ): FilterError => ({ champ, code: 'EXPORT_SANS_PAGE' }));
    return refuse([...errors, ...(filters.ok ? [] : filters.refusal)]);
  }
  if (!filters.ok) return filters;
  const { page, taille, ...kept } = filters.value;
  return accept(kept);
}
