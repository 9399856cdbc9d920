import type { APIRoute } from 'astro';

export const prerender = false;

const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

/** 200 when the database answers and is migrated and loaded, 503 otherwise. */
export const GET: APIRoute = async ({ locals }) => {
  const ready = await locals.services.database.isReady();
  return ready
    ? Response.json({ etat: 'pret' }, { headers })
    : Response.json({ etat: 'pas-pret' }, { status: 503, headers: { ...headers, 'retry-after': '5' } });
};
