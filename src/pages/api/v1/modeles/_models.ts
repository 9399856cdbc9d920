import { getCollection } from 'astro:content';
import { citedSources } from '#domain/models/model.schema.ts';
import type { Model } from '#domain/models/model.ts';
import { isModelSlug, modelSlugs } from '#domain/models/slugs.ts';
import type { Source } from '#domain/shared/source.schema.ts';

/** The models of `content/modeles`, in the order of the comparison table. */
export async function readModels(): Promise<Model[]> {
  const models = (await getCollection('modeles')).flatMap(({ id, data }): Model[] =>
    isModelSlug(id) ? [{ slug: id, ...data }] : [],
  );
  return models.sort((a, b) => modelSlugs.indexOf(a.slug) - modelSlugs.indexOf(b.slug));
}

/** The sources that these models cite, each once. */
export async function sourcesOf(models: readonly Model[]): Promise<Source[]> {
  const cited = new Set(models.flatMap(citedSources));
  return (await getCollection('sources')).map(({ data }) => data).filter(({ id }) => cited.has(id));
}
