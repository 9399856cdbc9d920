import type { APIRoute } from 'astro';
import { problem } from '#server/http/problem.ts';

export const prerender = false;

/** Any address of the API that does not exist, whatever the method. */
export const ALL: APIRoute = () =>
  problem(404, 'Adresse inconnue', 'Rien ne répond à cette adresse : voyez /api/v1/openapi.json.');
