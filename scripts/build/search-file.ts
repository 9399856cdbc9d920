import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageDocument } from '#server/search/page-document.ts';
import { sitePages } from '../../src/pages/_site-pages.ts';
import { pageDocument } from './page-document.ts';

/** The address that people see for a built file: `modeles/msp/index.html` → `/modeles/msp`. */
export const addressOf = (file: string): string =>
  `/${file.replace(/(?:^|\/)index\.html$/, '').replace(/\.html$/, '')}`;

/**
 * Writes `dist/search.json`, what the server searches without JavaScript: every built page, and the pages that the
 * server renders on demand by the sentence that presents them. Returns how many pages.
 */
export function writeSearchFile(dist: string): number {
  const client = join(dist, 'client');
  const built = globSync('**/*.html', { cwd: client })
    .sort()
    .flatMap((file) => pageDocument(addressOf(file), readFileSync(join(client, file), 'utf8')) ?? []);
  const pages = [...built, ...onDemandPages(built)];
  writeFileSync(join(dist, 'search.json'), JSON.stringify({ pages }));
  return pages.length;
}

/** The public pages that the build did not render, as documents. */
export function onDemandPages(built: readonly Pick<PageDocument, 'adresse'>[]): PageDocument[] {
  const known = new Set(built.map(({ adresse }) => adresse));
  return sitePages
    .filter(({ adresse }) => !known.has(adresse) && adresse !== '/recherche')
    .map(({ adresse, titre, resume }) => ({ adresse, titre, sections: [{ ancre: null, titre: null, texte: resume }] }));
}
