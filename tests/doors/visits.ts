import type { Visit } from '../../src/doors/visit.ts';

/** A stranger who sends a form to a page that is open to all. */
export function strangerPosting(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Visit {
  const url = new URL('http://127.0.0.1/espace/essai');
  const request = new Request(url, { method: 'POST', body, headers });
  const context = { request, url, params: {}, response: { status: 200 }, locals: {} };
  return { context, actor: null, session: null, sessionToken: null } as unknown as Visit;
}
