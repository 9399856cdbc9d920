import type { APIRoute } from 'astro';
import { securityTxt } from '#domain/site/security-txt.ts';
import { publisher } from '../../components/site/publisher.ts';

export const prerender = false;

const missing = 'Aucun contact de sécurité n’est encore configuré (contacts.securite dans data/editeur.json).\n';

export const GET: APIRoute = ({ locals: { services } }) => {
  const text = securityTxt(publisher.contacts.securite, services.config.siteUrl, services.now());
  return new Response(text ?? missing, {
    status: text === null ? 404 : 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
