import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { problem } from './problem.ts';

export type ErrorStatus = 400 | 404 | 405 | 414 | 429 | 500 | 503;

export type ErrorAnswers = (response: ServerResponse, status: ErrorStatus, path: string) => void;

/** What the server says by itself: it knows no language of its own. */
export type ServerWords = {
  readonly errors: Readonly<Record<ErrorStatus, { readonly title: string; readonly detail: string }>>;
  /** The link to the home page. */
  readonly home: string;
  /** To what is not a request. */
  readonly unreadable: string;
};

/** Answers an error that the server itself finds: problem+json under `/api/`, elsewhere the page built for it. */
export function errorAnswers(clientFolder: string, words: ServerWords): ErrorAnswers {
  const pages: Partial<Record<ErrorStatus, Buffer | null>> = {
    404: readPage(clientFolder, 404),
    500: readPage(clientFolder, 500),
    503: readPage(clientFolder, 503),
  };
  return (response, status, path) => {
    const { title, detail } = words.errors[status];
    response.statusCode = status;
    if (path.startsWith('/api/')) {
      const answer = problem(status, title, detail);
      response.setHeaders(answer.headers);
      void answer.text().then((body) => response.end(body));
      return;
    }
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[status] ?? barePage(title, detail, words.home));
  };
}

/** Astro writes its own error pages as `404.html`, and any other page as `503/index.html`. */
function readPage(folder: string, status: number): Buffer | null {
  for (const name of [`${status}.html`, `${status}/index.html`]) {
    try {
      return readFileSync(join(folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}

const barePage = (title: string, detail: string, home: string): string =>
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">${home}</a></p></main></html>`;
