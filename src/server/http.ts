import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Config } from './config.ts';
import { type Address, readAddress } from './http/address.ts';
import { errorAnswers } from './http/answers.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { readBody } from './http/request-body.ts';
import { readPageHashes, securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';

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
  readonly log: (line: string) => void;
};

export type Timeouts = { readonly headersMs: number; readonly requestMs: number; readonly checkEveryMs: number };

const defaultTimeouts: Timeouts = { headersMs: 10_000, requestMs: 30_000, checkEveryMs: 2_000 };

export type HttpServer = {
  readonly server: Server;
  /** Refuses new requests with 503, lets those under way end, cuts what is left after `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/**
 * The thin server in front of Astro. Every response, whoever makes it, leaves with the security headers and an id;
 * files come from the build, the rest from Astro, and nothing a client sends ends in a 500.
 */
export function createHttpServer(site: Site, timeouts: Timeouts = defaultTimeouts): HttpServer {
  const { config, pages, locals } = site;
  const client = join(site.dist, 'client');
  const headersFor = securityHeaders(config, readPageHashes(join(site.dist, 'csp.json')));
  const files = staticFiles(client);
  const fail = errorAnswers(client);
  const waitFor = createRateLimit(config.apiRequestsPerMinute);
  const compress = compression({
    threshold: 860,
    level: 6,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } },
  });
  let stopping = false;

  const answer = (request: IncomingMessage, response: ServerResponse, address: Address) => {
    const path = address.kind === 'page' ? address.path : '/';
    const method = request.method ?? 'GET';
    const isApi = path.startsWith('/api/');
    if (stopping) {
      response.setHeader('connection', 'close');
      response.setHeader('retry-after', '5');
      return fail(response, 503, path);
    }
    if (address.kind === 'refused') return fail(response, address.status, path);
    if (address.kind === 'moved') {
      response.setHeader('location', address.to);
      response.statusCode = 308;
      return void response.end();
    }
    if (!methods.includes(method)) {
      response.setHeader('allow', methods.join(', '));
      return fail(response, 405, path);
    }
    if (method === 'OPTIONS') {
      response.setHeader('allow', methods.join(', '));
      response.statusCode = 204;
      return void response.end();
    }
    const wait = isApi ? waitFor(clientOf(request, config), performance.now()) : 0;
    if (wait > 0) {
      response.setHeader('retry-after', String(wait));
      return fail(response, 429, path);
    }
    const errorPage = /^\/(404|500|503)$/.exec(path);
    if (errorPage) return fail(response, Number(errorPage[1]) as 404 | 500 | 503, path);

    const fromAstro = async () => {
      if (isApi && method === 'POST' && !(await readBody(request))) {
        response.setHeader('connection', 'close');
        return fail(response, 413, path);
      }
      await pages(request, response, (error) => fail(response, error ? 500 : 404, path), locals);
    };
    const safely = () =>
      fromAstro().catch((error: unknown) => {
        site.log(`${new Date().toISOString()} erreur ${response.getHeader('x-request-id')} ${stackOf(error)}`);
        if (response.headersSent) response.destroy();
        else fail(response, 500, path);
      });
    if (method === 'POST') return void safely();
    files(request, response, safely);
  };

  const server = createServer(
    {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const startedAt = performance.now();
      const address = readAddress(request.url ?? '');
      const path = address.kind === 'page' ? address.path : '/';
      response.setHeader('x-request-id', randomUUID());
      for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
      if (path.startsWith('/api/')) openToOtherSites(response);
      if (config.accessLog) {
        response.once('close', () => site.log(accessLine(request, response, address, performance.now() - startedAt)));
      }
      compress(request as never, response as never, () => answer(request, response, address));
    },
  );
  // A client that stops reading, or never finishes writing, gives its connection back.
  server.setTimeout(timeouts.requestMs);

  return {
    server,
    stop(graceMs) {
      stopping = true;
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

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

function openToOtherSites(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', methods.join(', '));
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-max-age', '86400');
}

/** The last address of X-Forwarded-For is the one our own proxy wrote; the others are the client's word. */
function clientOf(request: IncomingMessage, config: Config): string {
  const forwarded = config.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? '');
}

/** One line per request: no address of the person, no query string, and no path that is not one of ours. */
function accessLine(request: IncomingMessage, response: ServerResponse, address: Address, ms: number): string {
  const unknown = address.kind !== 'page' || response.statusCode === 404;
  const path = unknown ? '(adresse inconnue)' : address.path;
  const status = response.writableFinished ? response.statusCode : 'coupée';
  return `${new Date().toISOString()} ${request.method} ${path} ${status} ${ms.toFixed(1)} ms ${response.getHeader('x-request-id')}`;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
