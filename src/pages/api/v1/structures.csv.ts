import type { APIRoute } from 'astro';
import { csvHeader, csvRow } from '#domain/directory/csv.ts';
import { tagged } from '#server/api/tagged-json.ts';
import { textStream } from '#server/api/text-stream.ts';
import { type Export, exportStructures } from '#server/directory/export-structures.ts';
import { readExportFilters } from '#server/directory/read-filters.ts';
import { badFilters, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** Every structure that meets the filters, for a spreadsheet: UTF-8 without a byte-order mark, commas, RFC 4180. */
export const GET: APIRoute = async ({ request, url, locals: { services } }) => {
  const filters = readExportFilters(url.searchParams, services.communes);
  if (!filters.ok) return badFilters(filters.refusal);
  const { version, chunks } = await exportStructures(services, filters.value);
  return tagged(request, `${version}\n${csvHeader}`, 'public, max-age=300', () => {
    const headers = {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="structures.csv"',
    };
    return new Response(textStream(lines(chunks())), { headers });
  });
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;

async function* lines(chunks: ReturnType<Export['chunks']>): AsyncGenerator<string> {
  yield csvHeader;
  for await (const structures of chunks) yield structures.map(csvRow).join('');
}
