import type { APIRoute } from 'astro';
import { outlineFeature } from '#domain/territory/outline-drawing.ts';
import { territoryOutline } from '#domain/territory/territory-outline.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { outlineCaption } from '../../../messages/directory/outlines.ts';

export const prerender = false;

/** The approximate outline of a structure's territory, for its map; 204 where nothing can be drawn. */
export const GET: APIRoute = async ({ locals: { services }, params }) => {
  const found = await structureById(services, params.id ?? '');
  const territory = found.kind === 'found' ? found.structure.territoire : null;
  const outline = territory && territoryOutline(services.communes, services.borders, territory, 0.005);
  if (!outline) return new Response(null, { status: 204 });
  return Response.json(
    { type: 'FeatureCollection', features: [outlineFeature(outline, outlineCaption)] },
    { headers: { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=300' } },
  );
};
