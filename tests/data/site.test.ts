import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditSchema } from '#domain/accessibility/audit.schema.ts';
import { publisherSchema } from '#domain/site/publisher.schema.ts';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

test('data/editeur.json names every field, filled in or null', () => {
  expect(publisherSchema.safeParse(read('data/editeur.json')).error?.issues).toBeUndefined();
});

test('data/accessibilite/audit.json gives a verdict, or « non-evalue », for each of the 106 criteria', () => {
  expect(auditSchema.safeParse(read('data/accessibilite/audit.json')).error?.issues).toBeUndefined();
});
