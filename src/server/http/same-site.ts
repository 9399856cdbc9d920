const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * True when a request that may change something was not sent by a page of ours: a browser always says the origin of a
 * form (`Origin`), so one that is foreign or missing is refused. The API has no part in this: it reads no cookie, and
 * is open to every site.
 * @param origins those of the site: as it was asked for, and as it is known outside when a proxy stands in front.
 */
export const isFromAnotherSite = (request: Request, origins: readonly string[]): boolean =>
  !safeMethods.includes(request.method) && !origins.includes(request.headers.get('origin') ?? '');
