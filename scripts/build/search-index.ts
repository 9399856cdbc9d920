import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { addressOf } from './search-file.ts';

/** Indexes the built pages under the addresses that people see, and writes `/pagefind/`. Returns how many pages. */
export async function indexPages(client: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error(`La recherche n’a pas pu être préparée : ${errors.join(', ')}`);
  const pages = globSync('**/*.html', { cwd: client }).filter((file) => !/^(?:404|500|503)\b/.test(file));
  for (const file of pages.sort()) {
    const added = await index.addHTMLFile({ url: addressOf(file), content: readFileSync(join(client, file), 'utf8') });
    if (added.errors.length > 0) throw new Error(`${file} : ${added.errors.join(', ')}`);
  }
  const written = await index.writeFiles({ outputPath: join(client, 'pagefind') });
  if (written.errors.length > 0) throw new Error(`La recherche n’a pas pu être écrite : ${written.errors.join(', ')}`);
  await pagefind.close();
  return pages.length;
}
