import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { planSchema } from '#domain/indemnities/plan.schema.ts';
import { termSchema } from '#domain/models/glossary.schema.ts';
import { modelSchemaCiting } from '#domain/models/model.schema.ts';
import { sourceSchema, sourcesSchema } from '#domain/shared/source.schema.ts';
import sources from '../data/sources.json' with { type: 'json' };
import { worded } from './messages/site/data-faults.ts';

const knownSources = worded(sourcesSchema)
  .parse(sources)
  .map(({ id }) => id);

/** One Markdown file by model; a misspelt key, an unknown region or an unknown source stops the build. */
const modeles = defineCollection({
  loader: glob({ pattern: '*.md', base: './content/modeles' }),
  schema: worded(modelSchemaCiting(knownSources)),
});

const plans = defineCollection({
  loader: glob({ pattern: '*.json', base: './data/plans' }),
  schema: worded(planSchema),
});

export const collections = {
  modeles,
  plans,
  sources: defineCollection({ loader: file('data/sources.json'), schema: worded(sourceSchema) }),
  glossaire: defineCollection({ loader: file('data/glossaire.json'), schema: worded(termSchema) }),
};
