import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { readUpTo } from '../http/read-up-to.ts';

/** One wrong field of the input: where it is (`membres[0].du`) and what to do about it, in French. */
export type FieldError = { readonly champ: string; readonly message: string };

/** The API is read from any site, and never with cookies. */
const openToAll = { 'access-control-allow-origin': '*' };

/**
 * An error as RFC 9457 describes it, in French, with the wrong fields where there are some, and what else a program
 * may need (`more`).
 */
export function problem(
  status: number,
  title: string,
  detail?: string,
  erreurs?: readonly FieldError[],
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const body = { type: 'about:blank', title, status, ...(detail && { detail }), ...(erreurs && { erreurs }), ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...openToAll,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      // What is left of a body that is too long is not read: the connection ends with the answer.
      ...(status === 413 && { connection: 'close' }),
    },
  });
}

/** The answer to the question that a browser asks before it posts JSON from another site. */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
      allow: methods.join(', '),
    },
  });
}

/** `cache` is the value of Cache-Control. */
export function json(data: unknown, { cache = 'no-store' }: { cache?: string } = {}): Response {
  return new Response(JSON.stringify(data), {
    headers: { ...openToAll, 'content-type': 'application/json; charset=utf-8', 'cache-control': cache },
  });
}

/** Why a body is not read: 415 when it is not announced as JSON, 413 when it is longer, 400 when it is not JSON in UTF-8. */
export type BodyRefusal =
  | { readonly code: 'TYPE_NON_PRIS_EN_CHARGE' }
  | { readonly code: 'CORPS_TROP_LONG'; readonly maxBytes: number }
  | { readonly code: 'CORPS_ILLISIBLE' };

/** The JSON of a request, read no further than `maxBytes`. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<Result<unknown, BodyRefusal>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse({ code: 'TYPE_NON_PRIS_EN_CHARGE' });
  const bytes = await readUpTo(maxBytes, request);
  if (bytes === 'too-long') return refuse({ code: 'CORPS_TROP_LONG', maxBytes });
  try {
    return accept(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refuse({ code: 'CORPS_ILLISIBLE' });
  }
}
