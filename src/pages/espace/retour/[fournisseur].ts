import type { APIRoute } from 'astro';
import { comeBack } from '../../../doors/identity/identities.ts';
import { refusalOf, refused } from '../../../doors/refusal.ts';
import { visitOf } from '../../../doors/visit.ts';

export const prerender = false;

/** Where a provider of identities sends the browser back to. */
export const GET: APIRoute = async (context) => {
  const visit = await visitOf(context);
  const stop = await refusalOf(visit, 'consulter', { kind: 'portail' });
  if (stop) return stop;
  const client = visit.services.identities.find(context.params.fournisseur ?? '');
  return client ? comeBack(visit, client) : refused(visit, { code: 'INTROUVABLE' });
};
