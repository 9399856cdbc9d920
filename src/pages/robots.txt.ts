import type { APIRoute } from 'astro';

export const prerender = false;

export const GET: APIRoute = ({ locals: { services } }) =>
  new Response(
    `User-agent: *\nDisallow: /recherche?\nDisallow: /signaler\n\nSitemap: ${services.config.siteUrl}/sitemap.xml\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  );
