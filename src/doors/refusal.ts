import { type AccessRefusal, can } from '#domain/access/can.ts';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Kind, Verb } from '#domain/access/rights.ts';
import type { Visit } from './visit.ts';

/**
 * The answer to give in place of what was asked, or null when the visitor may do this to that object. What she lacks
 * leads to where she can get it; the rest is a page that says why, the same for what is foreign and what is not there.
 */
export async function refusalOf<K extends Kind>(
  visit: Visit,
  verb: Verb<K>,
  object: AccessObject<K> | Absent<K>,
): Promise<Response | null> {
  // A form that was done and sent again is led on again, also where what it did took the right to come back here.
  if (visit.given && 'to' in visit.given.outcome) return null;
  const answer = can<K>(visit.actor, verb, object);
  return answer.ok ? null : refused(visit, answer.refusal);
}

export function refused(visit: Visit, refusal: AccessRefusal): Promise<Response> | Response {
  const { context, session } = visit;
  const isWaiting = session?.state === 'second-facteur-attendu';
  switch (refusal.code) {
    case 'NON_CONNECTE':
      return seeOther(isWaiting ? withNext(context, '/espace/second-facteur') : withNext(context, '/espace/connexion'));
    case 'SECOND_FACTEUR_REQUIS':
      return seeOther(withNext(context, '/espace/second-facteur'));
    case 'COURRIEL_NON_VERIFIE':
      return seeOther(withNext(context, '/espace/adresse'));
    case 'INTROUVABLE':
    case 'ROLE_INSUFFISANT':
    case 'PROPRE_EQUIPE':
    case 'PROPRE_COMPTE': {
      context.locals.refusal = refusal;
      const headers = new Headers({ cookie: context.request.headers.get('cookie') ?? '' });
      return context.rewrite(new Request(new URL('/espace/refus', context.url), { headers }));
    }
  }
}

/** A page that was asked for comes back after what must come first; a form is not sent again. */
function withNext({ request, url }: Visit['context'], address: string): string {
  const wanted = request.method === 'GET' ? `${url.pathname}${url.search}` : url.pathname;
  return `${address}?${new URLSearchParams({ suite: wanted })}`;
}

/** The page to go on to, if it is one of ours behind a sign-in; else the room of the person, whichever it is. */
export function nextPage(wanted: string | null): string {
  if (!wanted || !/^\/(?:espace|association|ars)(?:[/?]|$)/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return ownRoom;
  return wanted === '/espace' ? ownRoom : wanted;
}

/** Leads on to the room where who signed in works. */
export const ownRoom = '/espace/accueil';

/** 303: the browser asks for the page anew, whatever it sent. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });
