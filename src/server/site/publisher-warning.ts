import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingFields, publisherSchema } from '#domain/site/publisher.schema.ts';

/** What a publisher must know before opening the site to the public, or null when nothing is missing. */
export function publisherWarning(root: string): string | null {
  const file = 'data/editeur.json';
  const missing = missingFields(publisherSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))));
  if (missing.length === 0) return null;
  return `Attention : les mentions légales sont incomplètes. À remplir dans ${file} : ${missing.join(', ')}.`;
}
