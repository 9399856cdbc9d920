import { modelSlugs } from '#domain/models/slugs.ts';
import type { Database } from '../db/client.ts';
import { everywhere } from '../directory/projected-rows.ts';

type Entry = { readonly adresse: string; readonly modifieeLe: string | null };

/** No sitemap may list more addresses (sitemaps.org, protocol 0.9). */
const mostUrls = 50_000;

/** Records in one part, where the whole does not fit in one sitemap. */
const partSize = 20_000;

type Needs = { readonly database: Pick<Database, 'client'> };

/**
 * The sitemap (sitemaps.org, protocol 0.9) of the pages that a search engine may list: those with an address of their
 * own, the models, and every record of the directory with the day its source was read. Past 50,000 addresses it is the
 * index of its parts.
 */
export async function sitemap(
  { database: { client } }: Needs,
  siteUrl: string,
  pages: readonly string[],
): Promise<string> {
  const own = ownEntries(pages);
  const records = await countRecords(client);
  if (own.length + records > mostUrls) return indexOf(siteUrl, Math.ceil(records / partSize));
  return urlset(siteUrl, [...own, ...(await recordEntries(client, 0, mostUrls))]);
}

/** One part of the sitemap, from 1; null when there is none of that number. */
export async function sitemapPart(
  { database: { client } }: Needs,
  siteUrl: string,
  pages: readonly string[],
  part: number,
): Promise<string | null> {
  const entries = await recordEntries(client, (part - 1) * partSize, partSize);
  if (entries.length === 0) return null;
  return urlset(siteUrl, part === 1 ? [...ownEntries(pages), ...entries] : entries);
}

const ownEntries = (pages: readonly string[]): Entry[] =>
  ['/', ...pages, ...modelSlugs.map((slug) => `/modeles/${slug}`)].map((adresse) => ({ adresse, modifieeLe: null }));

async function countRecords(client: Database['client']): Promise<number> {
  const { rows } = await client.execute({
    sql: 'select coalesce(sum(nombre), 0) as total from structure_compte where cle = ?',
    args: [everywhere],
  });
  return Number(rows[0]?.total);
}

async function recordEntries(client: Database['client'], from: number, size: number): Promise<Entry[]> {
  const { rows } = await client.execute({
    sql: "select id, json_extract(fiche, '$.verifieLe') as jour from structure order by numero limit ? offset ?",
    args: [size, from],
  });
  return rows.map(({ id, jour }) => ({ adresse: `/annuaire/${id}`, modifieeLe: String(jour) }));
}

function urlset(siteUrl: string, entries: readonly Entry[]): string {
  const urls = entries.map(({ adresse, modifieeLe }) => {
    const lastmod = modifieeLe === null ? '' : `<lastmod>${modifieeLe}</lastmod>`;
    return `<url><loc>${siteUrl}${adresse}</loc>${lastmod}</url>\n`;
  });
  return `${prolog}<urlset xmlns="${namespace}">\n${urls.join('')}</urlset>\n`;
}

function indexOf(siteUrl: string, parts: number): string {
  const maps = Array.from(
    { length: parts },
    (_, rank) => `<sitemap><loc>${siteUrl}/sitemap.xml?partie=${rank + 1}</loc></sitemap>\n`,
  );
  return `${prolog}<sitemapindex xmlns="${namespace}">\n${maps.join('')}</sitemapindex>\n`;
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
