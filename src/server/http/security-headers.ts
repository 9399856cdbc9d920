import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** The inline styles of the built pages, as the hashes of a policy (`'sha256-…'`); written by the build. */
export const pageHashesSchema = z.strictObject({ styles: z.array(z.string().regex(/^'sha256-[\w+/]+=*'$/)) });
export type PageHashes = z.infer<typeof pageHashesSchema>;

export const readPageHashes = (file: string | URL): PageHashes =>
  pageHashesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The headers of any response at this path, whatever its status. Names in lower case. */
export type SecurityHeaders = (path: string) => readonly (readonly [name: string, value: string])[];

/** The only foreign origin that a page may ask, on the map alone, once configured. */
const planIgnOrigin = 'https://data.geopf.fr';

/**
 * One policy for every response, prerendered or not, without `unsafe-inline`. Two pages need a little more:
 * the search (WebAssembly of Pagefind) and the directory (worker and images of MapLibre).
 */
export function securityHeaders(config: Pick<Config, 'behindTls' | 'planIgn'>, hashes: PageHashes): SecurityHeaders {
  const shared = {
    'x-content-type-options': 'nosniff',
    // For browsers that do not read frame-ancestors.
    'x-frame-options': 'DENY',
    // The address of « mon DAC » holds a commune: other sites do not receive it.
    'referrer-policy': 'same-origin',
    'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    // Two years; only a site reached by https may say so.
    ...(config.behindTls && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
  const pageOf = (needs: Needs) =>
    Object.entries({
      'content-security-policy': policy(config, hashes, needs),
      ...shared,
      'cross-origin-resource-policy': 'same-origin',
    });
  const kinds = {
    page: pageOf({}),
    search: pageOf({ script: ["'wasm-unsafe-eval'"] }),
    map: pageOf(mapNeeds(config)),
    api: Object.entries({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      ...shared,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    }),
  };
  return (path) => kinds[kindOf(path)];
}

const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

function kindOf(path: string): 'page' | 'search' | 'map' | 'api' {
  if (path.startsWith('/api/')) return 'api';
  // Pagefind compiles in a worker, which obeys the policy of its own script.
  if (path === '/recherche' || path.startsWith('/pagefind/')) return 'search';
  if (path === '/annuaire' || path.startsWith('/annuaire/')) return 'map';
  return 'page';
}

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
