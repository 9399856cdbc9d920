export type Address =
  | {
      readonly kind: 'page';
      /** As sent, without the query. */
      readonly path: string;
      readonly search: string;
    }
  /** The same page under its one address. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 414 };

/** Longer than any address the site makes, shorter than what Node accepts as headers. */
const longestAddress = 12_288;

/** The path that says how an answer looks: an error of the API is JSON even where its address cannot be read. */
export function pathOf(address: Address, target: string): string {
  if (address.kind === 'page') return address.path;
  return target.startsWith('/api/') ? '/api/' : '/';
}

/**
 * Reads the target of a request, which may be anything at all. Only an address that Astro and the file server
 * can decode passes; `//host` and `/\host` are refused before a redirection could lead to another site.
 */
export function readAddress(target: string): Address {
  if (target.length > longestAddress) return { kind: 'refused', status: 414 };
  const cut = target.indexOf('?');
  const path = cut === -1 ? target : target.slice(0, cut);
  const search = cut === -1 ? '' : target.slice(cut);

  const decoded = decode(path);
  if (decoded === null || !decoded.startsWith('/') || isControlled(decoded)) return { kind: 'refused', status: 400 };
  if (decoded.includes('//') || decoded.split('/').some((segment) => segment === '..' || segment === '.')) {
    return { kind: 'refused', status: 404 };
  }
  const canonical = path.replace(/(?:\/index)?\.html$/, '').replace(/\/$/, '') || '/';
  return canonical === path ? { kind: 'page', path, search } : { kind: 'moved', to: canonical + search };
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

// A backslash is a slash to browsers; control characters have no place in an address.
const isControlled = (text: string): boolean =>
  text.includes('\\') || [...text].some((character) => character < ' ' || character === '\u007f');
