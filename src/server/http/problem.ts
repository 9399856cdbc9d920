/** One wrong field of the input: where it is (`membres[0].du`) and what to do about it, in French. */
export type FieldError = { readonly champ: string; readonly message: string };

/** The API is read from any site, and never with cookies. */
export const openToAll = { 'access-control-allow-origin': '*' };

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
