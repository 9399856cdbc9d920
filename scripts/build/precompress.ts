import { globSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

/** Already compressed by their format (Pagefind gzips its own files): compressing them again gains nothing. */
const alreadySmall = /\.(?:br|gz|woff2|png|jpe?g|webp|avif|ico|pdf|pagefind|pf_\w+|pmtiles)$/;

/** Writes a `.br` and a `.gz` beside each file that shrinks by a tenth or more. Returns how many files have them. */
export async function precompress(client: string): Promise<number> {
  let count = 0;
  for (const file of globSync('**/*', { cwd: client }).filter((name) => !alreadySmall.test(name))) {
    const path = join(client, file);
    if (!statSync(path).isFile() || statSync(path).size < 860) continue;
    const content = await readFile(path);
    const [small, compatible] = await Promise.all([
      brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }),
      gunzippable(content, { level: 9 }),
    ]);
    if (small.length > content.length * 0.9) continue;
    await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, compatible)]);
    count += 1;
  }
  return count;
}
