import type { AccessRefusal } from '#domain/access/can.ts';
import { accessSentence } from '../messages/account/access.ts';

/** What a script that saves while one types is told, in place of a page. */
type SmallAnswer =
  | { readonly enregistre: true; readonly version: number }
  /** A sentence a field, as the page would show them. */
  | { readonly enregistre: false; readonly erreurs: Readonly<Record<string, string>> };

/** Whether the request asks for a small answer: browsers that send a form ask for a page. */
export const wantsSmallAnswer = ({ headers }: Request): boolean =>
  headers
    .get('accept')
    ?.split(',')
    .some((type) => type.trim().toLowerCase().startsWith('application/json')) ?? false;

const smallAnswer = (status: number, answer: SmallAnswer): Response =>
  new Response(JSON.stringify(answer), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });

export const saidSaved = (version: number): Response => smallAnswer(200, { enregistre: true, version });

export const saidWrong = (errors: Readonly<Record<string, string>>, status = 400): Response =>
  smallAnswer(status, { enregistre: false, erreurs: errors });

/** Said where the page is, and not where a redirect would lead: what is typed there is not saved. */
export const saidRefused = (refusal: AccessRefusal): Response =>
  saidWrong({ '': accessSentence(refusal) }, statuses[refusal.code]);

const statuses: Readonly<Record<AccessRefusal['code'], number>> = {
  NON_CONNECTE: 401,
  SECOND_FACTEUR_REQUIS: 401,
  COURRIEL_NON_VERIFIE: 403,
  INTROUVABLE: 404,
  ROLE_INSUFFISANT: 403,
  PROPRE_EQUIPE: 403,
  PROPRE_COMPTE: 403,
};
