import type { APIRoute } from 'astro';
import { can } from '#domain/access/can.ts';
import { refusalOf, seeOther } from '../../doors/refusal.ts';
import { visitOf } from '../../doors/visit.ts';

export const prerender = false;

/** Where who signed in works: the room of the association or of the ARS for who has a role there, else her teams. */
export const GET: APIRoute = async (context) => {
  const visit = await visitOf(context);
  const stop = await refusalOf(visit, 'ouvrir-espace', { kind: 'portail' });
  if (stop) return stop;
  const opens = (verb: 'ouvrir-association' | 'ouvrir-ars') => can(visit.actor, verb, { kind: 'portail' }).ok;
  return seeOther(opens('ouvrir-association') ? '/association' : opens('ouvrir-ars') ? '/ars' : '/espace');
};
