import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/**
 * Serves the built files of `folder`, precompressed where the build made a `.br` or `.gz`, and calls `next` for the rest.
 * Files are listed once: the build does not change under a running server.
 */
export function staticFiles(
  folder: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const serve = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    dotfiles: false,
    setHeaders(response, path) {
      const type = typeByExtension[path.slice(path.lastIndexOf('.') + 1)];
      if (type !== undefined) response.setHeader('content-type', type);
      response.setHeader('cache-control', cacheOf(path));
    },
  });
  return (request, response, next) => {
    dropRefusedEncodings(request);
    keepOneSimpleRange(request);
    // A new build may take a file away while this one serves: the answer is cut, the site goes on.
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    serve(request, response, next);
  };
}

/** The names of `/_astro/` carry a hash of their content; a page lives five minutes, then is asked for again. */
function cacheOf(path: string): string {
  if (path.startsWith('/_astro/')) return 'public, max-age=31536000, immutable';
  if (/\.\w+$/.test(path)) return 'public, max-age=3600';
  return 'public, max-age=300, must-revalidate';
}

const typeByExtension: Readonly<Record<string, string>> = {
  mjs: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  pmtiles: 'application/octet-stream',
  pagefind: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
};

/** sirv looks for the name of an encoding anywhere in the header: one that the client refuses must not be there. */
function dropRefusedEncodings({ headers }: IncomingMessage): void {
  const accepted = String(headers['accept-encoding'] ?? '').split(',');
  headers['accept-encoding'] = accepted.filter((encoding) => !/;\s*q=0(?:\.0*)?\s*$/.test(encoding)).join(',');
}

/**
 * sirv opens a file at whatever range it is given, inverted or by its end (`bytes=-500`). A server may ignore Range:
 * only « from a to b » passes, on the file itself rather than on its compressed twin.
 */
function keepOneSimpleRange(request: IncomingMessage): void {
  const { range } = request.headers;
  if (range === undefined) return;
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  if (from === undefined || (to !== '' && Number(to) < Number(from))) {
    delete request.headers.range;
    return;
  }
  request.headers['accept-encoding'] = '';
}
