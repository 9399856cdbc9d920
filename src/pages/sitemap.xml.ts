import type { APIRoute } from 'astro';
import { sitemap } from '#server/site/sitemap.ts';
import { sitePages } from './_site-pages.ts';

export const prerender = false;

/** Search results are not for search engines. */
const pages = sitePages.map(({ adresse }) => adresse).filter((adresse) => adresse !== '/recherche');

export const GET: APIRoute = async ({ locals: { services } }) =>
  new Response(await sitemap(services, services.config.siteUrl, pages), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
