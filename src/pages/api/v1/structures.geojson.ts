import type { APIRoute } from 'astro';
import { tagged } from '#server/api/tagged-json.ts';
import { textStream } from '#server/api/text-stream.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { readExportFilters } from '#server/directory/read-filters.ts';
import { featureProperties, geojsonPieces } from '#server/directory/structures-geojson.ts';
import { badFilters, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** Every structure that meets the filters and whose position is known, for a map. */
export const GET: APIRoute = async ({ request, url, locals: { services } }) => {
  const filters = readExportFilters(url.searchParams, services.communes);
  if (!filters.ok) return badFilters(filters.refusal);
  const { version, chunks } = await exportStructures(services, filters.value);
  return tagged(request, `${version}\n${featureProperties}`, 'public, max-age=300', () => {
    const headers = { 'content-type': 'application/geo+json; charset=utf-8' };
    return new Response(textStream(geojsonPieces(chunks())), { headers });
  });
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
