import type { APIRoute } from 'astro';
import { criterionKeys } from '#domain/models/criteria.ts';
import { noQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { criteria } from '../../../messages/models/criteria.ts';
import { badParams, onlyRead, readPreflight } from './_refusals.ts';
import { readModels, sourcesOf } from './modeles/_models.ts';

export const prerender = false;

/** The comparison table: every model, criterion by criterion, each value with its scope, its source and its date. */
export const GET: APIRoute = async ({ request, url }) => {
  const query = readParams(noQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  const models = await readModels();
  const answer = {
    modeles: models.map(({ slug, sigle, nom, accroche, publics, verifieLe, criteres }) => ({
      slug,
      sigle,
      nom,
      accroche,
      publics,
      verifieLe,
      criteres,
    })),
    criteres: criterionKeys.map((cle) => ({ cle, ...criteria[cle] })),
    sources: await sourcesOf(models),
  };
  return taggedJson(request, answer, 'public, max-age=3600');
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
