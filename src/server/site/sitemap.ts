import { modelSlugs } from '#domain/models/slugs.ts';
import type { Database } from '../db/client.ts';

type Entry = { readonly adresse: string; readonly modifieeLe: string | null };

/**
 * The sitemap (sitemaps.org, protocol 0.9) of the pages that a search engine may list: those with an address of their
 * own, the models, and every record of the directory with the day its source was read.
 */
export async function sitemap(
  { database: { client } }: { readonly database: Pick<Database, 'client'> },
  siteUrl: string,
  pages: readonly string[],
): Promise<string> {
  const { rows } = await client.execute(
    "select id, json_extract(fiche, '$.verifieLe') as jour from structure order by numero",
  );
  const entries: Entry[] = [
    ...['/', ...pages, ...modelSlugs.map((slug) => `/modeles/${slug}`)].map((adresse) => ({
      adresse,
      modifieeLe: null,
    })),
    ...rows.map(({ id, jour }) => ({ adresse: `/annuaire/${id}`, modifieeLe: String(jour) })),
  ];
  const urls = entries.map(({ adresse, modifieeLe }) => {
    const lastmod = modifieeLe === null ? '' : `<lastmod>${modifieeLe}</lastmod>`;
    return `<url><loc>${siteUrl}${adresse}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
