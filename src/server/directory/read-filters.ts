import { parseSearchCriteria, type SearchCriteria } from '#domain/directory/search-criteria.schema.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type CommuneIndex, communeByCode, epciByCode } from '#domain/territory/commune-index.ts';
import type { FieldError } from '../api/problem.ts';

/** Reads the filters of the API. A place that does not exist is an error, never an empty list. */
export function readFilters(
  params: URLSearchParams,
  communes: CommuneIndex,
): Result<SearchCriteria, readonly FieldError[]> {
  const criteria = parseSearchCriteria(params);
  if (!criteria.ok) return refuse(criteria.refusal.erreurs);
  const { commune, epci } = criteria.value;
  const errors = [
    ...(commune && !communeByCode(communes, commune)
      ? [{ champ: 'commune', message: `Aucune commune n’a le code INSEE ${commune}.` }]
      : []),
    ...(epci && !epciByCode(communes, epci)
      ? [{ champ: 'epci', message: `Aucune intercommunalité n’a le numéro SIREN ${epci}.` }]
      : []),
  ];
  return errors.length > 0 ? refuse(errors) : criteria;
}

/** The same for an export, which gives every row: it has no page. */
export function readExportFilters(
  params: URLSearchParams,
  communes: CommuneIndex,
): Result<Omit<SearchCriteria, 'page' | 'taille'>, readonly FieldError[]> {
  const paging = ['page', 'taille'].filter((name) => params.has(name));
  const filters = readFilters(params, communes);
  if (paging.length > 0) {
    const errors = paging.map((champ) => ({
      champ,
      message: 'Ce fichier donne toutes les lignes : il n’a pas de page.',
    }));
    return refuse([...errors, ...(filters.ok ? [] : filters.refusal)]);
  }
  if (!filters.ok) return filters;
  const { page, taille, ...kept } = filters.value;
  return accept(kept);
}
