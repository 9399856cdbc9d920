const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * True when a request that may change something was not sent by a page of ours, whatever its content: a form, JSON or
 * nothing. Browsers of today say where a request comes from (`Sec-Fetch-Site`, which no page can write), also from a
 * page whose address they keep to themselves and which therefore names no origin. Older ones, and all over plain http,
 * say the origin (`Origin`); one that is foreign or missing is refused. The API has no part in this: it reads no
 * cookie, and is open to every site.
 * @param origins those of the site: as it was asked for, and as it is known outside when a proxy stands in front.
 */
export function isFromAnotherSite(request: Request, origins: readonly string[]): boolean {
  if (safeMethods.includes(request.method)) return false;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null)
    return site !== 'same-origin' || !(origin === null || origin === 'null' || origins.includes(origin));
  return !origins.includes(origin ?? '');
}
