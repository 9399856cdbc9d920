import type { Address } from './address.ts';
import type { ErrorStatus } from './answers.ts';

/** What the server does with a request, once its address is read. */
export type Step =
  | { readonly kind: 'refuse'; readonly status: ErrorStatus; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'name-methods' }
  /** A file of the build, else Astro. */
  | { readonly kind: 'file' }
  | { readonly kind: 'render' };

/** Pages take these; the API names its own methods, address by address. */
export const pageMethods = 'GET, HEAD, POST, OPTIONS';

/** @param secondsToWait asked for requests to the API only; more than 0 when the caller is past the limit. */
export function nextStep(method: string, address: Address, secondsToWait: () => number): Step {
  if (address.kind === 'refused') return refuse(address.status);
  if (unknownToAstro.has(method)) return refuse(405, { allow: pageMethods });
  if (address.kind === 'moved') return { kind: 'redirect', to: address.to };
  if (address.path.startsWith('/api/')) {
    const wait = secondsToWait();
    return wait > 0 ? refuse(429, { 'retry-after': String(wait) }) : { kind: 'render' };
  }
  // Astro adds its image transformer and its islands to every on-demand site; no page of ours uses them.
  if (address.path === '/_image' || address.path.startsWith('/_server-islands/')) return refuse(404);
  switch (method) {
    case 'GET':
    case 'HEAD': {
      const status = errorPages.get(address.path);
      return status === undefined ? { kind: 'file' } : refuse(status);
    }
    case 'POST':
      return { kind: 'render' };
    case 'OPTIONS':
      return { kind: 'name-methods' };
    default:
      return refuse(405, { allow: pageMethods });
  }
}

/** Methods that the platform's `Request`, which Astro makes of every request, cannot carry. */
const unknownToAstro: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

const refuse = (status: ErrorStatus, headers: Readonly<Record<string, string>> = {}): Step => ({
  kind: 'refuse',
  status,
  headers,
});

/** The build makes pages of these; asked for by name, they still answer with their own status. */
const errorPages: ReadonlyMap<string, ErrorStatus> = new Map([
  ['/404', 404],
  ['/500', 500],
  ['/503', 503],
] as const);
