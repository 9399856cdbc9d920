import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type Config, readConfig } from '#server/config.ts';
import { createHttpServer, type HttpServer, type PageHandler, type Timeouts } from '#server/http.ts';
import { serverWords } from '../../src/messages/site/server-answers.ts';

export type TestSite = HttpServer & {
  readonly origin: string;
  readonly port: number;
  readonly lines: readonly string[];
  /** The page `/lent`: `asked` once it is, and answered when `answer` is called. */
  readonly slow: { readonly asked: Promise<void>; readonly answer: () => void };
  /** The folder of the hand-made build. */
  readonly dist: string;
};

const page = `<!DOCTYPE html><html lang="fr"><title>Page</title>${'<p>Une page construite.</p>'.repeat(60)}</html>`;
const script = `export const chiffre = 1;\n${'// une ligne\n'.repeat(200)}`;

const builtFiles: Readonly<Record<string, string>> = {
  'client/index.html': page,
  'client/modeles/index.html': page,
  'client/404.html': '<!DOCTYPE html><title>Introuvable</title>',
  'client/500.html': '<!DOCTYPE html><title>Erreur</title>',
  'client/503/index.html': '<!DOCTYPE html><title>Le site revient</title>',
  'client/_astro/carte.a1b2c3.mjs': script,
  'client/fond.geojson': '{"type":"FeatureCollection","features":[]}',
  'client/recherche.wasm': 'wasm',
  'client/index.pf_meta': 'pagefind',
  'client/site.webmanifest': '{}',
  'client/tuiles.pmtiles': '0123456789',
  'csp.json': '{"styles":["\'sha256-DLtD4n3ch6/X2ADtPrqJoehfPjEnCdZWRarE3V/e/68=\'"]}',
};

type Slow = { readonly begin: () => void; readonly end: Promise<void> };

/** Pages as Astro would answer them: `/dac` renders, `/panne` throws, `/lent` waits to be let go, the rest is unknown. */
const handler =
  (slow: Slow): PageHandler =>
  async (request, response, next) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === '/panne' || path === '/api/v1/panne') throw new Error('une panne');
    if (path === '/lent') {
      slow.begin();
      await slow.end;
    }
    if (
      path?.startsWith('/choisir/groupe/') ||
      path === '/dac' ||
      path === '/lent' ||
      path === '/recherche' ||
      path === '/annuaire'
    ) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page);
    } else if (path === '/api/v1/communes') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end('{"communes":[]}');
    } else next();
  };

/** Starts the thin server on a free port over a small hand-made build; it stops with the test. */
export async function openSite(environment: Record<string, string> = {}, timeouts?: Timeouts): Promise<TestSite> {
  const dist = mkdtempSync(join(tmpdir(), 'coordonnees-site-'));
  for (const [name, content] of Object.entries(builtFiles)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), content);
    if (content.length < 860) continue;
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(dist, `${name}.gz`), gzipSync(content));
  }
  const config: Config = readConfig({ PORT: '0', API_REQUESTS_PER_MINUTE: '0', ...environment });
  const lines: string[] = [];
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const site = createHttpServer(
    {
      config,
      dist,
      pages: handler({ begin: asked.resolve, end: answered.promise }),
      locals: {},
      revision: () => '',
      words: serverWords,
      log: (line) => lines.push(line),
    },
    timeouts,
  );
  await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
  const { port } = site.server.address() as AddressInfo;
  onTestFinished(async () => {
    await site.stop(0);
    rmSync(dist, { recursive: true, force: true });
  });
  const slow = { asked: asked.promise, answer: answered.resolve };
  return { ...site, port, origin: `http://127.0.0.1:${port}`, lines, slow, dist };
}
