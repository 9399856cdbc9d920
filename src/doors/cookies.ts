import type { APIContext } from 'astro';

/** A cookie as this site sets them: out of reach of scripts, and sent along with links from elsewhere. */
export type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly attributes: {
    readonly httpOnly: true;
    readonly secure: boolean;
    readonly sameSite: 'lax';
    readonly path: string;
    /** In seconds; 0 takes the cookie back. */
    readonly maxAge: number;
  };
};

/** The cookies of a browser, and those that the answer sets, in their order. */
type CookieJar = {
  readonly context: { readonly cookies: Pick<APIContext['cookies'], 'set'> };
  readonly cookiesSet: Cookie[];
};

/** Gives the browser a cookie, and notes it: an answer that is given again sets the same. */
export function setCookie({ context, cookiesSet }: CookieJar, cookie: Cookie): void {
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  cookiesSet.push(cookie);
}
