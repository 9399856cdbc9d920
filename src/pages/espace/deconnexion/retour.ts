import type { APIRoute } from 'astro';
import { refusalOf, refused, seeOther } from '../../../doors/refusal.ts';
import { visitOf } from '../../../doors/visit.ts';

export const prerender = false;

/** Where a provider of identities sends the browser once it is signed out there; nothing is left to do. */
export const GET: APIRoute = async (context) => {
  const visit = await visitOf(context);
  const stop = await refusalOf(visit, 'consulter', { kind: 'portail' });
  if (stop) return stop;
  const isOpen = visit.services.identities.available.length > 0;
  return isOpen ? seeOther('/espace/connexion?fait=deconnecte') : refused(visit, { code: 'INTROUVABLE' });
};
