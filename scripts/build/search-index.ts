import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { addressOf, onDemandPages } from './search-file.ts';

/** Ready-made interfaces that Pagefind writes beside its engine: the search page has its own. */
const unused = 'pagefind-{ui,modular-ui,component-ui,highlight}.{js,css}';

/**
 * Indexes the built pages under the addresses that people see, with those that the server renders on demand, and writes
 * `/pagefind/`. Returns how many pages were built.
 */
export async function indexPages(client: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'fr', excludeSelectors: ['sup', 'pre'] });
  if (!index) throw new Error(`La recherche n’a pas pu être préparée : ${errors.join(', ')}`);
  const pages = globSync('**/*.html', { cwd: client }).filter((file) => !/^(?:404|500|503)\b/.test(file));
  for (const file of pages.sort()) {
    const added = await index.addHTMLFile({ url: addressOf(file), content: readFileSync(join(client, file), 'utf8') });
    if (added.errors.length > 0) throw new Error(`${file} : ${added.errors.join(', ')}`);
  }
  const built = pages.map((file) => ({ adresse: addressOf(file) }));
  for (const { adresse, titre, sections } of onDemandPages(built)) {
    const content = [titre, ...sections.map(({ texte }) => texte)].join('\n');
    const added = await index.addCustomRecord({ url: adresse, content, language: 'fr', meta: { title: titre } });
    if (added.errors.length > 0) throw new Error(`${adresse} : ${added.errors.join(', ')}`);
  }
  const written = await index.writeFiles({ outputPath: join(client, 'pagefind') });
  if (written.errors.length > 0) throw new Error(`La recherche n’a pas pu être écrite : ${written.errors.join(', ')}`);
  await pagefind.close();
  for (const file of globSync(unused, { cwd: join(client, 'pagefind') })) rmSync(join(client, 'pagefind', file));
  return pages.length;
}
