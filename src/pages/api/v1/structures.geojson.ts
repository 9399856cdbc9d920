import type { APIRoute } from 'astro';
import { propertiesParameter, readFeatureProperties } from '#domain/directory/feature-properties.ts';
import { tagged } from '#server/api/tagged-json.ts';
import { textStream } from '#server/api/text-stream.ts';
import { exportStructures } from '#server/directory/export-structures.ts';
import { readExportFilters } from '#server/directory/read-filters.ts';
import { geojsonPieces } from '#server/directory/structures-geojson.ts';
import { badFilters, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** Every structure that meets the filters and whose position is known, for a map. */
export const GET: APIRoute = async ({ request, url, locals: { services } }) => {
  const properties = readFeatureProperties(url.searchParams);
  if (!properties.ok) return badFilters(properties.refusal);
  const params = new URLSearchParams(url.searchParams);
  params.delete(propertiesParameter);
  const filters = readExportFilters(params, services.communes);
  if (!filters.ok) return badFilters(filters.refusal);
  const { version, chunks } = await exportStructures(services, filters.value);
  return tagged(request, `${version}\n${properties.value}`, 'public, max-age=300', () => {
    const headers = { 'content-type': 'application/geo+json; charset=utf-8' };
    return new Response(textStream(geojsonPieces(chunks(), properties.value)), { headers });
  });
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
