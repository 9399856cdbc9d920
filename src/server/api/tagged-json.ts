import { createHash } from 'node:crypto';

/** The API is read from any site, and never with cookies. */
const openToAll = { 'access-control-allow-origin': '*' };

/**
 * JSON that a reader may keep: an `ETag` of its content, and 304 without a body to whoever already has it.
 * `cache` is the value of Cache-Control.
 */
export function taggedJson(request: Request, data: unknown, cache: string): Response {
  const body = JSON.stringify(data);
  return tagged(request, body, cache, () => new Response(body, { headers: jsonHeaders }));
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

/**
 * Any answer that a reader may keep, made only when it is not the one already held. `version` changes when the content
 * does. The tag is weak: the same content leaves compressed or not.
 */
export function tagged(request: Request, version: string, cache: string, answer: () => Response): Response {
  const tag = `W/"${createHash('sha256').update(version).digest('base64url').slice(0, 22)}"`;
  const response = isHeld(request, tag) ? new Response(null, { status: 304 }) : answer();
  for (const [name, value] of Object.entries({ ...openToAll, 'cache-control': cache, etag: tag })) {
    response.headers.set(name, value);
  }
  return response;
}

/** `If-None-Match` compares without regard to strength (RFC 9110 §13.1.2). */
function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('if-none-match')?.split(',') ?? [];
  return held.map((each) => each.trim()).some((each) => each === '*' || each === tag || `W/${each}` === tag);
}
