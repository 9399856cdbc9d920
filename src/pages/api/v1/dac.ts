import type { APIRoute } from 'astro';
import { dacQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { findDac } from '#server/directory/find-dac.ts';
import { problem } from '#server/http/problem.ts';
import { dacAnswer } from './_dac-answer.ts';
import { badParams, onlyRead, readPreflight } from './_refusals.ts';

export const prerender = false;

/** The DAC in charge of a commune, the proof of it, and what is left where it is not known. */
export const GET: APIRoute = ({ request, url, locals: { services } }) => {
  const query = readParams(dacQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  const { commune } = query.value;
  const found = findDac(services, commune);
  return found
    ? taggedJson(request, dacAnswer(found, services.communes.departements), 'public, max-age=300')
    : problem(404, 'Commune inconnue', `Aucune commune n’a le code INSEE ${commune}.`);
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
