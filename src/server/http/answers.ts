import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

export type ErrorStatus = 400 | 404 | 405 | 413 | 414 | 429 | 500 | 503;

/** The French sentence of each error that the server itself answers, for the API and where no page was built. */
const sentences: Record<ErrorStatus, { title: string; detail: string }> = {
  400: { title: 'Adresse illisible', detail: 'Cette adresse est mal écrite : vérifiez-la, ou repartez de l’accueil.' },
  404: { title: 'Introuvable', detail: 'Rien ne se trouve à cette adresse.' },
  405: { title: 'Méthode refusée', detail: 'Cette adresse n’accepte pas cette méthode.' },
  413: { title: 'Envoi trop volumineux', detail: 'Le corps de la requête dépasse 256 Ko.' },
  414: { title: 'Adresse trop longue', detail: 'Cette adresse est trop longue : retirez des filtres.' },
  429: {
    title: 'Trop de requêtes',
    detail: 'Le nombre de requêtes par minute est dépassé : attendez le délai indiqué.',
  },
  500: { title: 'Erreur du site', detail: 'Une erreur est survenue de notre côté. Elle a été notée.' },
  503: { title: 'Site en cours de redémarrage', detail: 'Le site redémarre : réessayez dans quelques instants.' },
};

export type ErrorAnswers = (response: ServerResponse, status: ErrorStatus, path: string) => void;

/** Answers an error: problem+json under `/api/`, elsewhere the page that the build made for it. */
export function errorAnswers(clientFolder: string): ErrorAnswers {
  const pages = {
    404: readPage(clientFolder, 404),
    500: readPage(clientFolder, 500),
    503: readPage(clientFolder, 503),
  };

  return (response, status, path) => {
    const { title, detail } = sentences[status];
    response.statusCode = status;
    response.setHeader('cache-control', 'no-store');
    if (path.startsWith('/api/')) {
      response.setHeader('content-type', 'application/problem+json; charset=utf-8');
      response.end(JSON.stringify({ type: 'about:blank', title, status, detail }));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const page = status === 404 || status === 500 || status === 503 ? pages[status] : null;
    response.end(page ?? barePage(title, detail));
  };
}

/** Both shapes that Astro gives to an error page: `404.html`, and `503/index.html`. */
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
  `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">Revenir à l’accueil</a></p></main></html>`;
