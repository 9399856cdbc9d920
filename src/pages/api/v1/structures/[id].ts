import type { APIRoute } from 'astro';
import { noQuery } from '#server/api/queries.ts';
import { readParams } from '#server/api/read-params.ts';
import { taggedJson } from '#server/api/tagged-json.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { problem } from '#server/http/problem.ts';
import { badParams, onlyRead, readPreflight } from '../_refusals.ts';

export const prerender = false;

/** One structure; 410 when its record was taken out, with the one to read instead. */
export const GET: APIRoute = async ({ request, url, params, locals: { services } }) => {
  const query = readParams(noQuery, url.searchParams);
  if (!query.ok) return badParams(query.refusal);
  const found = await structureById(services, params.id ?? '');
  switch (found.kind) {
    case 'found':
      return taggedJson(request, found.structure, 'public, max-age=300');
    case 'withdrawn': {
      const { nom, raison, remplaceePar } = found;
      return problem(410, 'Fiche retirée', `${nom} : ${raison}`, undefined, { remplaceePar });
    }
    case 'unknown':
      return problem(404, 'Structure inconnue', 'Aucune structure n’a cet identifiant.');
  }
};
export const HEAD: APIRoute = GET;
export const OPTIONS: APIRoute = readPreflight;
export const ALL: APIRoute = onlyRead;
