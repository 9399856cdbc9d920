import type { APIRoute } from 'astro';

export const prerender = false;

/** 200 while the process lives. */
export const GET: APIRoute = () =>
  Response.json(
    { etat: 'en-marche' },
    { headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*' } },
  );
