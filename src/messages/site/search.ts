import type { QueryRefusal } from '#domain/search/search-query.ts';

/** Why nothing was searched, and what to do. */
export const queryRefusals: Record<QueryRefusal['code'], string> = {
  vide: 'Écrivez ce que vous cherchez.',
  'sans-mot': 'Écrivez au moins une lettre ou un chiffre.',
  'trop-longue': 'Cette recherche est trop longue : 200 caractères au plus. Gardez les mots qui comptent.',
};

const counted = (count: number, one: string, several: string): string =>
  count === 0 ? '' : `${count} ${count > 1 ? several : one}`;

/** « 1 commune, 3 pages et 12 structures pour “troyes”. », or that nothing was found. */
export function resultCount(query: string, pages: number, communes: number, structures: number): string {
  const parts = [
    counted(communes, 'commune', 'communes'),
    counted(pages, 'page', 'pages'),
    counted(structures, 'structure', 'structures'),
  ].filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined) return `Aucun résultat pour « ${query} ».`;
  return `${parts.length > 0 ? `${parts.join(', ')} et ${last}` : last} pour « ${query} ».`;
}
