import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { openToAll } from '../http/problem.ts';
import { readUpTo } from '../http/read-up-to.ts';

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
