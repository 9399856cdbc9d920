import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextStepsSchema } from '../../src/domain/orientation/next-steps.schema.ts';
import { sourcesSchema } from '../../src/domain/shared/source.schema.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`data/${name}.json`, 'utf8'));
const steps = nextStepsSchema.parse(read('orientation/etapes'));
const models = (read('orientation/general') as { modeles: { id: string }[] }).modeles.map(({ id }) => id);
const sources = new Set(sourcesSchema.parse(read('sources')).map(({ id }) => id));

test('each of the eight models has its three next steps, once', () => {
  expect(models).toHaveLength(8);
  expect(steps.map(({ modele }) => modele).sort()).toEqual([...models].sort());
});

test.each(steps)('the steps of $modele cite sources that the site knows', ({ etapes }) => {
  expect(etapes.flatMap((step) => step.sources).filter((id) => !sources.has(id))).toEqual([]);
});
