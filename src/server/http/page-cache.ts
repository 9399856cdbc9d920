import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/**
 * Rendered pages that many people ask for, kept compressed for a few minutes. Only a page that says
 * `cache-control: public` is kept, by its address: what a person typed never stands in such an address.
 */
export type PageCache = {
  /** Answers with the page that is kept for this request; false when there is none. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * Told of each public page just rendered. It is kept from the second time on: most addresses are asked for once.
   * @param under the revision of the directory when its rendering began: under another one it is not true any more.
   */
  rendered(address: string, html: Buffer, under?: string): void;
};

type KeptPage = { readonly body: Buffer; readonly etag: string; readonly until: number; readonly under: string };

const usualLimits = { bytes: 32 * 1024 * 1024, seconds: 600, addressesSeen: 5_000 };

/** A kept page is compressed once and sent often: better than the 5 of a page sent as it is made. */
const quality = 9;
const compress = promisify(brotliCompress);

/**
 * @param now milliseconds of any clock that never goes back.
 * @param revision a mark of what pages are made from: a page made under another one is not sent.
 */
export function createPageCache(
  now: () => number = () => performance.now(),
  limits = usualLimits,
  revision: () => string = () => '',
): PageCache {
  const pages = new Map<string, KeptPage>();
  const seenOnce = new Set<string>();
  let bytes = 0;

  const forget = (address: string): void => {
    bytes -= pages.get(address)?.body.length ?? 0;
    pages.delete(address);
  };

  async function keep(address: string, html: Buffer, under: string): Promise<void> {
    const body = await compress(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    if (under !== revision()) return;
    forget(address);
    pages.set(address, {
      body,
      etag: `W/"${createHash('sha1').update(html).digest('base64url')}"`,
      until: now() + limits.seconds * 1000,
      under,
    });
    bytes += body.length;
    for (const [oldest] of pages) {
      if (bytes <= limits.bytes) break;
      forget(oldest);
    }
  }

  return {
    answer(request, response) {
      const page = request.method === 'GET' ? pages.get(request.url ?? '') : undefined;
      if (!page || !/\bbr\b/.test(String(request.headers['accept-encoding']))) return false;
      if (page.until < now() || page.under !== revision()) {
        forget(request.url ?? '');
        return false;
      }
      response.setHeader('cache-control', publicPage);
      response.setHeader('etag', page.etag);
      response.setHeader('vary', 'Accept-Encoding');
      if (request.headers['if-none-match'] === page.etag) {
        response.writeHead(304).end();
        return true;
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-encoding', 'br');
      response.setHeader('content-length', page.body.length);
      response.end(page.body);
      return true;
    },
    rendered(address, html, under = revision()) {
      if (pages.get(address)?.under === under) return;
      if (seenOnce.delete(address)) void keep(address, html, under);
      else {
        if (seenOnce.size >= limits.addressesSeen) seenOnce.clear();
        seenOnce.add(address);
      }
    },
  };
}

/** What a page says to be kept here and by browsers; it is asked again after five minutes. */
export const publicPage = 'public, max-age=300';
