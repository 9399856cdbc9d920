import type { APIRoute } from 'astro';
import { preflight } from '#server/api/exchange.ts';
import { answerBody, answerQuery } from './_orientation-answer.ts';
import { methodNotAllowed } from './_refusals.ts';

export const prerender = false;

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** What the rules say to a set of answers: the verdict on every model. */
export const GET: APIRoute = ({ request, locals }) => answerQuery(locals.services.orientation, request);
/** Astro would send it to ALL. */
export const HEAD: APIRoute = GET;
export const POST: APIRoute = ({ request, locals }) => answerBody(locals.services.orientation, request);
export const OPTIONS: APIRoute = () => preflight(methods);
export const ALL: APIRoute = () => methodNotAllowed(methods);
