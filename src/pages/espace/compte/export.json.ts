import type { APIRoute } from 'astro';
import { exportAccount } from '#server/personal-data/export-account.ts';
import { ownAccount } from '../../../doors/account/account-forms.ts';
import { accountNeeds } from '../../../doors/account/account-needs.ts';
import { refusalOf, refused } from '../../../doors/refusal.ts';
import { actorOf, visitOf } from '../../../doors/visit.ts';

export const prerender = false;

/** Everything that the site keeps about the person who asks. */
export const GET: APIRoute = async (context) => {
  const visit = await visitOf(context);
  const stop = await refusalOf(visit, 'exporter', ownAccount(visit));
  if (stop) return stop;
  const exported = await exportAccount(accountNeeds(visit), actorOf(visit).compte);
  if (!exported.ok) return refused(visit, { code: 'INTROUVABLE' });
  return new Response(`${JSON.stringify(exported.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mon-compte-coordonnees.json"',
    },
  });
};
