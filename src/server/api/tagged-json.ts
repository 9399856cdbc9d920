import { createHash } from 'node:crypto';
import { json } from './problem.ts';

/**
 * JSON that a reader may keep: an `ETag` of its content, and 304 without a body to whoever already has it.
 * `cache` is the value of Cache-Control.
 */
export function taggedJson(request: Request, data: unknown, cache: string): Response {
  const response = json(data, { cache });
  const tag = `"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22)}"`;
  response.headers.set('etag', tag);
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  if (!known?.includes(tag) && !known?.includes('*')) return response;
  response.headers.delete('content-type');
  return new Response(null, { status: 304, headers: response.headers });
}
