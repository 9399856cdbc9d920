import type { Verb } from '#domain/access/rights.ts';
import { type Forms, posted } from '../form.ts';
import { refusalOf } from '../refusal.ts';
import { type Context, visitOf } from '../visit.ts';
import { teamInAddress } from './team-needs.ts';
import { teamPage } from './team-page.ts';

/**
 * The head of a page of a team: who comes, whether she may, the form that she sent, and what there is to show. A
 * response is to be returned as it is.
 */
export async function openTeam(context: Context, verb: Verb<'equipe'>, forms: Forms = {}) {
  const visit = await visitOf(context, forms);
  const object = await teamInAddress(visit);
  const stop = await refusalOf(visit, verb, object);
  if (stop) return stop;
  const form = await posted(visit, forms);
  if (form instanceof Response) return form;
  return { visit, object, form, sheet: await teamPage(visit) };
}
