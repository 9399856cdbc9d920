import type { APIRoute } from 'astro';
import { clientAddress } from '#server/http/client-address.ts';
import { documentLimit } from '#server/orientation/limits.ts';
import { openResult } from '#server/orientation/open-result.ts';
import { drawBrief } from '#server/pdf/orientation-brief.ts';
import { orientationBrief } from '../../messages/orientation/brief.ts';
import { resultFacts } from './_result-facts.ts';

export const prerender = false;

/** The result on one A4 page, with the same facts as the page. */
export const GET: APIRoute = async ({ locals: { services }, request, url, redirect, clientAddress: peer }) => {
  const caller = clientAddress(services.config, request.headers.get('x-forwarded-for'), peer);
  const wait = documentLimit(caller, services.now().getTime());
  if (wait > 0) {
    return new Response('Trop de documents demandés en une minute. Réessayez dans un instant.\n', {
      status: 429,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(wait) },
    });
  }
  const opened = await openResult(services, await resultFacts(), url.searchParams);
  if ('redirect' in opened) return redirect(opened.redirect, 303);
  const { answers, result, steps, contacts, references, address, day } = opened;
  const facts = { rules: services.orientation, answers, result, steps, contacts, address, day };
  const file = await drawBrief(orientationBrief({ ...facts, sources: references.list }));
  return new Response(file as BodyInit, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="coordonnees-resultat.pdf"',
      'cache-control': 'private, max-age=3600',
    },
  });
};
