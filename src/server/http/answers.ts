import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { problem } from './problem.ts';

export type ErrorStatus = 400 | 404 | 405 | 414 | 429 | 500 | 503;

export type ErrorAnswers = (response: ServerResponse, status: ErrorStatus, path: string) => void;

/** Answers an error that the server itself finds: problem+json under `/api/`, elsewhere the page built for it. */
export function errorAnswers(clientFolder: string): ErrorAnswers {
  const pages: Partial<Record<ErrorStatus, Buffer | null>> = {
    404: readPage(clientFolder, 404),
    500: readPage(clientFolder, 500),
    503: readPage(clientFolder, 503),
  };
  return (response, status, path) => {
    const { title, detail } = sentences[status];
    response.statusCode = status;
    if (path.startsWith('/api/')) {
      const answer = problem(status, title, detail);
      response.setHeaders(answer.headers);
      void answer.text().then((body) => response.end(body));
      return;
    }
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[status] ?? barePage(title, detail));
  };
}

const sentences: Readonly<Record<ErrorStatus, { readonly title: string; readonly detail: string }>> = {
  400: { title: 'Adresse illisible', detail: 'Cette adresse est mal écrite : vérifiez-la, ou repartez de l’accueil.' },
  404: { title: 'Introuvable', detail: 'Rien ne se trouve à cette adresse.' },
  405: { title: 'Méthode refusée', detail: 'Cette adresse n’accepte pas cette méthode.' },
  414: { title: 'Adresse trop longue', detail: 'Cette adresse est trop longue : retirez des filtres.' },
  429: {
    title: 'Trop de requêtes',
    detail: 'Vous avez envoyé trop de requêtes en une minute : attendez le délai indiqué.',
  },
  500: { title: 'Erreur du site', detail: 'Une erreur est survenue de notre côté. Elle a été notée.' },
  503: { title: 'Site en cours de redémarrage', detail: 'Le site redémarre : réessayez dans quelques instants.' },
};

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

const barePage = (title: string, detail: string): string =>
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">Revenir à l’accueil</a></p></main></html>`;
