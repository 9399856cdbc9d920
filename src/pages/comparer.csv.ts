import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { csvText } from '#domain/directory/csv.ts';
import { compareModels } from '#domain/models/comparison.ts';
import { readSelection } from '#domain/models/selection.ts';
import { modelSlugs } from '#domain/models/slugs.ts';
import { comparisonCsvRows } from '../messages/models/comparison.ts';

export const prerender = false;

/** The comparison of the address as a CSV file: all models where it names none. */
export const GET: APIRoute = async ({ url }) => {
  const { modeles, criteres } = readSelection(url.searchParams);
  const entries = await getCollection('modeles');
  const models = (modeles.length > 0 ? modeles : modelSlugs).map((slug) => ({
    slug,
    ...entries.find(({ id }) => id === slug)!.data,
  }));
  const sources = (await getCollection('sources')).map(({ data }) => data);
  const rows = comparisonCsvRows(compareModels(models, criteres), sources);
  return new Response(csvText(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="comparaison.csv"',
    },
  });
};
