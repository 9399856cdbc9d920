import type { APIRoute } from 'astro';
import { searchCommunes } from '#domain/territory/commune-index.ts';
import { communesQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { badParams, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** Communes for a name, a postcode or an INSEE code, best first. */
export const GET: APIRoute = ({ request, url, locals: { services } }) => {
  const query = readParams(communesQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  const communes = searchCommunes(services.communes, query.value.q, query.value.limite);
  return taggedJson(request, { communes }, 'public, max-age=86400');
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
