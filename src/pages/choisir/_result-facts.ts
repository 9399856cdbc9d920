import { getCollection } from 'astro:content';
import { nextStepsSchema } from '#domain/orientation/next-steps.schema.ts';
import type { ResultFacts } from '#server/orientation/open-result.ts';
import etapes from '../../../data/orientation/etapes.json';
import { worded } from '../../messages/site/data-faults.ts';

const nextSteps = worded(nextStepsSchema).parse(etapes);

/** The collections that a result needs, for its page and its document. */
export async function resultFacts(): Promise<ResultFacts> {
  const models = await getCollection('modeles');
  return {
    nextSteps,
    contacts: new Map(models.map(({ id, data }) => [id, data.criteres.contacts])),
    sources: (await getCollection('sources')).map(({ data }) => data),
  };
}
