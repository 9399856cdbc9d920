import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingFields, publisherSchema } from '#domain/site/publisher.schema.ts';

/** Where the publisher writes who it is. */
export const publisherFile = 'data/editeur.json';

/** What a publisher has still to fill in before opening the site to the public. */
export const missingPublisherFacts = (root: string): string[] =>
  missingFields(publisherSchema.parse(JSON.parse(readFileSync(join(root, publisherFile), 'utf8'))));
