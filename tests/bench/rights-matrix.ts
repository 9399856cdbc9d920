import { checkMatrix, everyForm, privatePages } from '../rights/matrix.ts';
import { people } from '../rights/people.ts';
import { rows } from '../rights/rows.ts';
import type { BenchRow } from './bench-row.ts';
import type { BuiltSite } from './built-site.ts';

/** Row 12: every page and form × every person × own, another's, nonexistent. */
export async function rightsRow(site: BuiltSite): Promise<BenchRow> {
  const { cells, surprises, leaks } = await checkMatrix(site.origin, site.databaseUrl, rows);
  const [pages, forms] = [privatePages(), await everyForm()];
  const described = new Set(rows.map(({ file, form }) => form ?? file));
  const missing = [...pages, ...forms].filter((name) => !described.has(name));
  return {
    numero: 12,
    figure: 'Matrice des droits : pages et formulaires × personnes × sien, d’autrui, inexistant',
    mesure: `${pages.length} pages, ${forms.length} formulaires, ${people.length} personnes, ${cells} cases : ${leaks.length} fuite(s), ${surprises.length} réponse(s) inattendue(s), ${missing.length} sans ligne`,
    ancre: '—',
    objectif: 'toutes, 0 fuite',
    tenu: leaks.length + surprises.length + missing.length === 0,
  };
}
