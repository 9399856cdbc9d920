import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Config } from './config.ts';
import { accessLine, faultLine } from './http/access-log.ts';
import { type Address, pathOf, readAddress } from './http/address.ts';
import { errorAnswers, type ServerWords } from './http/answers.ts';
import { clientAddress } from './http/client-address.ts';
import { nextStep, pageMethods, type Step } from './http/next-step.ts';
import { createPageCache } from './http/page-cache.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { readPageHashes, securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';
import { refuseUnreadable } from './http/unreadable.ts';

/** What the Astro adapter builds in `dist/server/entry.mjs`, in middleware mode. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void> | void;

export type Site = {
  readonly config: Config;
  /** The folder of the build, with `client/` and `csp.json`. */
  readonly dist: string;
  readonly pages: PageHandler;
  /** What pages find in `Astro.locals`. */
  readonly locals: object;
  /** A mark of what public pages are made from: kept pages die with it. */
  readonly revision: () => string;
  readonly words: ServerWords;
  readonly log: (line: string) => void;
};

export type Timeouts = { readonly headersMs: number; readonly requestMs: number; readonly checkEveryMs: number };

const defaultTimeouts: Timeouts = { headersMs: 10_000, requestMs: 30_000, checkEveryMs: 2_000 };

export type HttpServer = {
  readonly server: Server;
  /** Refuses new requests with 503, lets those under way end, and cuts what is left after `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/**
 * The thin server in front of Astro. Every response, whoever makes it, leaves with the security headers and an id;
 * files come from the build, the rest from Astro, and nothing that a client writes ends in a 500.
 */
export function createHttpServer(site: Site, timeouts: Timeouts = defaultTimeouts): HttpServer {
  const { config } = site;
  const client = join(site.dist, 'client');
  const headersFor = securityHeaders(config, readPageHashes(join(site.dist, 'csp.json')));
  const serveFile = staticFiles(client);
  const fail = errorAnswers(client, site.words);
  const secondsToWait = createRateLimit(config.apiRequestsPerMinute);
  const pageCache = createPageCache(() => performance.now(), undefined, site.revision);
  let isStopping = false;

  function answer(request: IncomingMessage, response: ServerResponse, address: Address): void {
    const path = pathOf(address, request.url ?? '');
    const step: Step = isStopping
      ? { kind: 'refuse', status: 503, headers: { connection: 'close', 'retry-after': '5' } }
      : nextStep(request.method ?? '', address, () => secondsToWait(clientOf(request, config), performance.now()));
    switch (step.kind) {
      case 'refuse':
        for (const [name, value] of Object.entries(step.headers)) response.setHeader(name, value);
        fail(response, step.status, path);
        break;
      case 'redirect':
        response.writeHead(308, { location: step.to }).end();
        break;
      case 'name-methods':
        response.writeHead(204, { allow: pageMethods }).end();
        break;
      case 'file':
        serveFile(request, response, () => void render(request, response, path));
        break;
      case 'render':
        void render(request, response, path);
        break;
    }
  }

  /** Never rejects: a fault is logged and answered. */
  async function render(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    // What depends on what was asked is asked again each time, unless the page says otherwise.
    response.setHeader('cache-control', 'no-cache');
    const under = site.revision();
    // An object for each request: what a page notes there is of its own visit.
    const locals = {
      ...site.locals,
      pageCache: { rendered: (address: string, html: Buffer) => pageCache.rendered(address, html, under) },
    };
    try {
      await site.pages(request, response, (error) => fail(response, error ? 500 : 404, path), locals);
    } catch (error) {
      site.log(faultLine(response, error));
      if (response.headersSent) response.destroy();
      else fail(response, 500, path);
    }
  }

  const server = createServer(
    {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
      keepAliveTimeout: keepAliveMs,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const startedAt = performance.now();
      const address = readAddress(request.url ?? '');
      const path = pathOf(address, request.url ?? '');
      response.setHeader('x-request-id', randomUUID());
      for (const [name, value] of headersFor(path)) response.setHeader(name, value);
      if (config.accessLog) {
        response.once('close', () => site.log(accessLine(request, response, address, performance.now() - startedAt)));
      }
      if (isStopping || !pageCache.answer(request, response))
        compress(request, response, () => answer(request, response, address));
    },
  );
  // A client that stops reading, or never finishes writing, gives its connection back.
  server.setTimeout(timeouts.requestMs);
  server.on('clientError', refuseUnreadable(headersFor('/'), site.words.unreadable));

  return {
    server,
    stop(graceMs) {
      isStopping = true;
      return new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}

/** Longer than the usual 60 s of a reverse proxy, so that it never sends a request on a connection we just closed. */
const keepAliveMs = 65_000;

/** Brotli 5 compresses a page in about a millisecond; a window of 256 KB holds any page and spares memory. */
const compress = compression({
  threshold: 860,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } },
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const clientOf = ({ headers, socket }: IncomingMessage, config: Config): string =>
  clientAddress(config, headers['x-forwarded-for']?.toString(), socket.remoteAddress ?? '');
