import type { APIRoute } from 'astro';
import { taggedJson } from '#server/api/tagged-json.ts';
import { readFilters } from '#server/directory/read-filters.ts';
import { searchStructures } from '#server/directory/search-structures.ts';
import { badFilters, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** The directory, filtered, page by page. */
export const GET: APIRoute = async ({ request, url, locals: { services } }) => {
  const filters = readFilters(url.searchParams, services.communes);
  if (!filters.ok) return badFilters(filters.refusal);
  return taggedJson(request, await searchStructures(services, filters.value), 'public, max-age=300');
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
