import { expect, test } from 'vitest';
import { compatibilitiesSchema, compatibilityOf, type Practice } from '#domain/models/compatibility.ts';
import { sourcesSchema } from '#domain/shared/source.schema.ts';
import { readJson } from './front-matter.ts';

const rules = compatibilitiesSchema.parse(readJson('data/compatibilites.json'));
const answer = (one: Practice, other: Practice) => compatibilityOf(rules, one, other)?.reponse ?? null;

test.each<[Practice, Practice, string | null]>([
  ['esp-clap', 'msp', 'non'],
  ['esp-clap', 'cds-pluri', 'non'],
  ['esp-clap', 'cds-mono', 'oui-sous-condition'],
  ['esp-clap', 'cpts', 'oui'],
  ['esp-clap', 'esp-clap', 'oui-sous-condition'],
  ['esp-clap', 'asalee', 'oui-sous-condition'],
  ['msp', 'cpts', 'oui'],
  ['msp', 'asalee', 'oui'],
  ['ess', 'esp', 'complementaires'],
  ['ess', 'cpts', 'complementaires'],
  ['ess', 'dac', 'complementaires'],
  ['dac', 'esp-clap', 'appui'],
  ['esp', 'cpts', null],
  ['msp', 'cds-pluri', null],
  ['ess', 'esp-clap', null],
])('%s with %s: %s, both ways', (one, other, expected) => {
  expect(answer(one, other)).toBe(expected);
  expect(answer(other, one)).toBe(expected);
});

test('two professionals of a single-profession centre are paid by action, an ASALEE nurse is not', () => {
  expect(compatibilityOf(rules, 'cds-mono', 'esp-clap')?.phrase).toMatch(/deux de ses professionnels au plus/);
  expect(compatibilityOf(rules, 'asalee', 'esp-clap')?.phrase).toMatch(/n’est pas indemnisé/);
});

test('the six answers about the ESP CLAP come from S0 and hold in Pays de la Loire', () => {
  const fromAssociation = rules.filter(({ un }) => un === 'esp-clap');
  expect(fromAssociation.map(({ source, portee }) => `${source} ${portee}`)).toEqual(
    Array(6).fill('S0 pays-de-la-loire'),
  );
});

test('every source cited exists', () => {
  const known = sourcesSchema.parse(readJson('data/sources.json')).map(({ id }) => id);
  expect(rules.flatMap(({ source, aussi }) => [source, ...aussi]).filter((id) => !known.includes(id))).toEqual([]);
});
