import { defineMiddleware } from 'astro:middleware';
import { typographicHtml } from '#domain/shared/typography.ts';
import { compressPage } from '#server/http/compress-page.ts';
import { publicPage } from '#server/http/page-cache.ts';
import { problem } from '#server/http/problem.ts';
import { isFromAnotherSite } from '#server/http/same-site.ts';
import type { Services } from '#server/services.ts';

/**
 * Gives pages the instant, and services in development; refuses forms of other sites, composes French typography, and
 * says the API's failures as it must.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  if (import.meta.env.DEV && !context.isPrerendered) {
    devServices ??= openDevServices();
    context.locals.services = await devServices;
  }
  context.locals.now = context.isPrerendered ? new Date() : context.locals.services.now();
  if (context.url.pathname.startsWith('/api/')) return next().catch(failedAnswer);
  if (!context.isPrerendered) {
    const origins = [context.url.origin, context.locals.services.config.siteUrl];
    if (isFromAnotherSite(context.request, origins)) return foreignForm();
  }

  const response = await next();
  if (context.locals.isPrivate) keepPrivate(response.headers);
  // A page shown in place of another came through here already.
  if (context.locals.isComposed) return response;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  context.locals.isComposed = true;
  const html = Buffer.from(typographicHtml(await response.text()));
  const brotli = context.isPrerendered ? null : compressPage(html, context.request.headers.get('accept-encoding'));
  const page = new Response(brotli ?? html, response);
  page.headers.set('content-type', 'text/html; charset=utf-8');
  page.headers.set('content-length', String((brotli ?? html).length));
  if (brotli) {
    page.headers.set('content-encoding', 'br');
    page.headers.append('vary', 'Accept-Encoding');
  }
  if (response.status === 200 && response.headers.get('cache-control') === publicPage && !context.isPrerendered)
    context.locals.pageCache?.rendered(context.url.pathname + context.url.search, html);
  return page;
});

function keepPrivate(headers: Headers): void {
  headers.set('cache-control', 'no-store');
  headers.set('x-robots-tag', 'noindex');
}

/** A client of the API reads problem+json, never the 500 page. */
function failedAnswer(error: unknown): Response {
  console.error(error);
  return problem(500, 'Erreur du site', 'Une erreur est survenue de notre côté. Elle a été notée.');
}

const foreignForm = (): Response =>
  new Response('Ce formulaire a été envoyé depuis un autre site : il est refusé.\n', {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

/** `astro dev` has no server of ours in front: the services are opened at the first request that needs them. */
let devServices: Promise<Services> | undefined;

async function openDevServices(): Promise<Services> {
  const { readConfig } = await import('#server/config.ts');
  const { openServices } = await import('#server/services.ts');
  return openServices(readConfig(process.env));
}
