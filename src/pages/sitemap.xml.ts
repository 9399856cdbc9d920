import type { APIRoute } from 'astro';
import { sitemap, sitemapPart } from '#server/site/sitemap.ts';
import { sitePages } from './_site-pages.ts';

export const prerender = false;

/** Search results are not for search engines. */
const pages = sitePages.map(({ adresse }) => adresse).filter((adresse) => adresse !== '/recherche');

/** `?partie=2` is a part of it, where there are too many addresses for one file. */
export const GET: APIRoute = async ({ url, locals: { services } }) => {
  const asked = url.searchParams.get('partie');
  const { siteUrl } = services.config;
  const xml =
    asked === null
      ? await sitemap(services, siteUrl, pages)
      : /^[1-9]\d{0,3}$/.test(asked)
        ? await sitemapPart(services, siteUrl, pages, Number(asked))
        : null;
  return new Response(xml, {
    status: xml === null ? 404 : 200,
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
