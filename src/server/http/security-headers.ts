import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** The inline styles of the built pages, as the hashes of a policy (`'sha256-…'`); written by the build. */
export const pageHashesSchema = z.strictObject({ styles: z.array(z.string().regex(/^'sha256-[\w+/]+=*'$/)) });
export type PageHashes = z.infer<typeof pageHashesSchema>;

export const readPageHashes = (file: string | URL): PageHashes =>
  pageHashesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The headers of a response at this path, whatever its status. Names in lower case. */
export type SecurityHeaders = (path: string) => Readonly<Record<string, string>>;

/** The only foreign origin a page may ever ask for, and only where the map is, once configured. */
const planIgnOrigin = 'https://data.geopf.fr';

/**
 * One policy for every response, prerendered or not, without `unsafe-inline`. Two pages need a little more:
 * the search (WebAssembly of Pagefind) and the directory (worker and images of MapLibre).
 */
export function securityHeaders(config: Pick<Config, 'behindTls' | 'planIgn'>, hashes: PageHashes): SecurityHeaders {
  const shared: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    // For browsers that do not read frame-ancestors.
    'x-frame-options': 'DENY',
    // The address of « mon DAC » holds a commune: other sites do not receive it.
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    // Two years, as the preload list asks for; only a site reached by https may say so.
    ...(config.behindTls && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
  const page = { ...shared, 'cross-origin-resource-policy': 'same-origin' };
  const kinds = {
    page: { ...page, 'content-security-policy': policy(config, hashes, {}) },
    search: { ...page, 'content-security-policy': policy(config, hashes, { script: ["'wasm-unsafe-eval'"] }) },
    map: { ...page, 'content-security-policy': policy(config, hashes, mapNeeds(config)) },
    api: { ...shared, 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': apiPolicy },
  };
  return (path) => kinds[kindOf(path)];
}

function kindOf(path: string): 'page' | 'search' | 'map' | 'api' {
  if (path.startsWith('/api/')) return 'api';
  if (path === '/recherche') return 'search';
  if (path === '/annuaire' || path.startsWith('/annuaire/')) return 'map';
  return 'page';
}

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

type Needs = { script?: readonly string[]; img?: readonly string[]; connect?: readonly string[]; worker?: boolean };

const mapNeeds = ({ planIgn }: Pick<Config, 'planIgn'>): Needs => ({
  img: ['blob:', ...(planIgn ? [planIgnOrigin] : [])],
  connect: planIgn ? [planIgnOrigin] : [],
  worker: true,
});

function policy({ behindTls }: Pick<Config, 'behindTls'>, { styles }: PageHashes, needs: Needs): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' ${(needs.script ?? []).join(' ')}`,
    `style-src 'self' ${styles.join(' ')}`,
    `img-src 'self' data: ${(needs.img ?? []).join(' ')}`,
    "font-src 'self'",
    `connect-src 'self' ${(needs.connect ?? []).join(' ')}`,
    needs.worker ? "worker-src 'self'" : '',
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    behindTls ? 'upgrade-insecure-requests' : '',
  ];
  return directives
    .filter((directive) => directive !== '')
    .map((directive) => directive.trim())
    .join('; ');
}
