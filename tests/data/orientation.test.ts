import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourcesCited } from '#domain/orientation/rules-picture.ts';
import { sourcesSchema } from '#domain/shared/source.schema.ts';
import { readOrientation } from '#server/orientation/read-rules.ts';

const { data } = readOrientation(process.cwd());
const known = sourcesSchema.parse(JSON.parse(readFileSync('data/sources.json', 'utf8'))).map(({ id }) => id);

test('the rules have 12 questions, 8 models, 11 exclusions, 12 prerequisites and 6 notes', () => {
  const numbered = (rules: readonly { regle: string }[]) => new Set(rules.map(({ regle }) => regle)).size;
  expect(data.questions).toHaveLength(12);
  expect(data.general.modeles).toHaveLength(8);
  expect([numbered(data.exclusions), numbered(data.prerequis), numbered(data.notes)]).toEqual([11, 12, 6]);
  expect(data.complements.map(({ vers }) => vers)).toEqual(['CPTS', 'DAC', 'ESS']);
});

test('every source that a rule cites is in the list of sources', () => {
  expect(sourcesCited(readOrientation(process.cwd())).filter((id) => !known.includes(id))).toEqual([]);
});

test('the questions come in the order of the statement, « temps » last and alone to be skipped', () => {
  expect(data.questions.map(({ id }) => id)).toEqual([
    'role',
    'mg',
    'autres',
    'lieu',
    'statut',
    'remu',
    'juridique',
    'echelle',
    'themes',
    'deja',
    'region',
    'temps',
  ]);
  expect(data.questions.filter(({ facultative }) => facultative).map(({ id }) => id)).toEqual(['temps']);
  expect(data.questions.filter(({ obligatoire }) => obligatoire).map(({ id }) => id)).toEqual(['role']);
});

test('« peu importe » is the last option wherever it is one: between equal changes it comes last', () => {
  for (const { options } of data.questions) {
    const index = options.findIndex(({ slug }) => slug === 'indifferent');
    expect([-1, options.length - 1]).toContain(index);
  }
});

test('the 18 regions and « ailleurs » can be chosen', () => {
  expect(data.questions.find(({ id }) => id === 'region')!.options).toHaveLength(19);
});

test('ties follow the order ESP CLAP, ESP with project, ESP without, ASALEE, MSP, CDS, CPTS, ESS', () => {
  expect(data.general.modeles.map(({ id }) => id)).toEqual([
    'ESP_CLAP',
    'ESP_PROJET',
    'ESP_SIMPLE',
    'ASALEE',
    'MSP',
    'CDS',
    'CPTS',
    'ESS',
  ]);
});

test('sentences are French typography: curved apostrophes, narrow spaces before ; ! ? and inside « »', () => {
  const rules: readonly { phrase: string; quoiFaire?: string }[] = [
    ...data.exclusions,
    ...data.prerequis,
    ...data.points,
    ...data.complements,
    ...data.notes,
    ...data.general.redirections,
  ];
  const sentences = [
    ...rules.flatMap(({ phrase, quoiFaire = '' }) => [phrase, quoiFaire]),
    ...data.questions.flatMap(({ intitule, aide, options }) => [
      intitule,
      aide,
      ...options.map(({ libelle }) => libelle),
    ]),
  ];
  expect(
    sentences.filter((sentence) => /'|[^\u202f\d][;!?]|[^\u00a0\d]:|«[^\u202f]|[^\u202f]»/.test(sentence)),
  ).toEqual([]);
});
