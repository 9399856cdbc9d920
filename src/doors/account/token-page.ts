import type { Visit } from '../visit.ts';

/** Many links of mails are opened ahead by those who guard mailboxes: a link shows a form, only its button acts. */
export function tokenOf(visit: Visit): string {
  const { request, url, response } = visit.context;
  // The address holds a secret: no page that is opened from here learns it. A browser that does not say where its
  // requests come from would then name no origin, and have its form refused: it gets the next best.
  const policy = request.headers.has('sec-fetch-site') ? 'no-referrer' : 'strict-origin';
  (response?.headers as Headers | undefined)?.set('referrer-policy', policy);
  return url.searchParams.get('jeton') ?? '';
}
