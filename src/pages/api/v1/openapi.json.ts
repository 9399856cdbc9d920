import type { APIRoute } from 'astro';
import { noQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { openApiDocument } from './_openapi/document.ts';
import { badParams, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** Built at the first request: the rules and the schemas do not change while the site runs. */
let document: object | undefined;

/** The description of the API for programs: OpenAPI 3.1. */
export const GET: APIRoute = ({ request, url, locals: { services } }) => {
  const query = readParams(noQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  document ??= openApiDocument(services.config.siteUrl, services.orientation);
  return taggedJson(request, document, 'public, max-age=3600');
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
