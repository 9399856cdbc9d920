import type { APIRoute } from 'astro';
import { modelSlugs } from '#domain/models/slugs.ts';
import { noQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { problem } from '#server/http/problem.ts';
import { badParams, onlyRead, readPreflight } from '../_refusals.ts';
import { readModels, sourcesOf } from './_models.ts';

export const prerender = false;

/** All that we know of one model, and the sources that it cites. */
export const GET: APIRoute = async ({ request, url, params }) => {
  const query = readParams(noQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  const model = (await readModels()).find(({ slug }) => slug === params.slug);
  return model
    ? taggedJson(request, { ...model, sources: await sourcesOf([model]) }, 'public, max-age=3600')
    : problem(404, 'Modèle inconnu', `Les modèles connus sont ${modelSlugs.join(', ')}.`);
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
