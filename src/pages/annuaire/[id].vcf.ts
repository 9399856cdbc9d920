import type { APIRoute } from 'astro';
import { vcardOf } from '#domain/directory/vcard.ts';
import { structureById } from '#server/directory/structure-store.ts';
import { cardNote } from '../../messages/directory/card-note.ts';

export const prerender = false;

/** A structure as a card to keep in a telephone. */
export const GET: APIRoute = async ({ params, locals: { services } }) => {
  const found = await structureById(services, params.id ?? '');
  if (found.kind !== 'found') {
    const status = found.kind === 'withdrawn' ? 410 : 404;
    return new Response('Cette fiche n’est pas dans l’annuaire.\n', {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const { structure } = found;
  return new Response(vcardOf(structure, services.config.siteUrl, cardNote(structure)), {
    headers: {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': `attachment; filename="${structure.id}.vcf"`,
      'cache-control': 'public, max-age=300',
    },
  });
};
