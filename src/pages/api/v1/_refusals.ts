import type { FilterError } from '#domain/directory/filter-error.ts';
import { type BodyRefusal, preflight } from '#server/api/exchange.ts';
import type { ParamError } from '#server/api/read-params.ts';
import { problem } from '#server/http/problem.ts';
import { filterSentence } from '../../../messages/directory/filters.ts';
import { bodySentence, paramSentences } from '../../../messages/site/api.ts';

/** 405, naming the methods that the address knows (RFC 9110 §15.5.6). */
export function methodNotAllowed(methods: readonly string[]): Response {
  const allow = methods.join(', ');
  const response = problem(405, 'Méthode non prise en charge', `Cette adresse répond à : ${allow}.`);
  response.headers.set('allow', allow);
  return response;
}

const readMethods = ['GET', 'HEAD', 'OPTIONS'];

/** What an address that is only read answers to `OPTIONS`. */
export const readPreflight = (): Response => preflight(readMethods);

/** … and to any other method. */
export const onlyRead = (): Response => methodNotAllowed(readMethods);

/** 400, naming every parameter to correct. */
export const badParams = (errors: readonly ParamError[]): Response =>
  toCorrect(errors.map(({ champ, code }) => ({ champ, message: paramSentences[code] })));

/** 400, naming every filter of the directory to correct. */
export const badFilters = (errors: readonly FilterError[]): Response =>
  toCorrect(errors.map((error) => ({ champ: error.champ, message: filterSentence(error) })));

const toCorrect = (erreurs: readonly { readonly champ: string; readonly message: string }[]): Response =>
  problem(400, 'Paramètres à corriger', 'Un paramètre au moins est à corriger : voyez chacun.', erreurs);

const bodyStatus: Record<BodyRefusal['code'], number> = {
  TYPE_NON_PRIS_EN_CHARGE: 415,
  CORPS_TROP_LONG: 413,
  CORPS_ILLISIBLE: 400,
};

/** For a body that is not read. */
export function badBody(refusal: BodyRefusal): Response {
  const { title, detail } = bodySentence(refusal);
  return problem(bodyStatus[refusal.code], title, detail);
}
