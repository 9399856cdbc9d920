import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressPage } from '../../src/server/http/compress-page.ts';

const page = Buffer.from('<p>Étain, 55400</p>'.repeat(100));

test('a browser that takes brotli gets the page in brotli, whole', () => {
  for (const accept of ['br', 'gzip, deflate, br, zstd', 'br;q=0.5', 'gzip, br;q=1.0'])
    expect(brotliDecompressSync(compressPage(page, accept)!).equals(page), accept).toBe(true);
});

test('one that does not, or refuses it, is left to the server in front', () => {
  for (const accept of [null, '', 'gzip', 'identity', 'br;q=0', 'gzip, br;q=0.0'])
    expect(compressPage(page, accept), String(accept)).toBeNull();
});
