import { brotliCompressSync, constants } from 'node:zlib';

/**
 * A whole page in brotli, at once: half the processor time of a stream, and a page takes less than a millisecond.
 * Null when the client does not take brotli: the server in front then compresses as the client asks.
 */
export function compressPage(html: Buffer, acceptEncoding: string | null): Buffer<ArrayBuffer> | null {
  if (!acceptEncoding || !/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) return null;
  return brotliCompressSync(html, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
    },
  });
}
