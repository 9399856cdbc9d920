import { expect, test } from 'vitest';
import { citedSources, modelSchema, modelSchemaCiting } from '#domain/models/model.schema.ts';
import { sourcesSchema } from '#domain/shared/source.schema.ts';
import { worded } from '../../../src/messages/site/data-faults.ts';
import { rawModel, rawValue } from './sample-model.ts';

const faults = (data: unknown, schema = modelSchema) => {
  const read = worded(schema).safeParse(data);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`);
};
const withMinimum = (value: Record<string, unknown>) => rawModel({ minimum: [value] });

test('a model of which no source says anything is accepted: eighteen empty lists', () => {
  expect(faults(rawModel())).toEqual([]);
});

test('a misspelt key is refused with its name', () => {
  expect(faults(withMinimum({ ...rawValue, portée: 'nationale' }))[0]).toMatch(/^criteres\.minimum\.0 : .*portée/);
  expect(faults({ ...rawModel(), siggle: 'MSP' })[0]).toMatch(/siggle/);
  expect(faults(rawModel({ remunerations: [] }))[0]).toMatch(/^criteres : .*remunerations/);
});

test('a missing criterion is refused: silence is written, never forgotten', () => {
  const data = rawModel();
  const { delai, ...rest } = data.criteres;
  expect(delai).toEqual([]);
  expect(faults({ ...data, criteres: rest })[0]).toMatch(/^criteres\.delai : /);
});

test('a value without a source is refused', () => {
  const { source, ...unsourced } = rawValue;
  expect(source).toBe('S4');
  expect(faults(withMinimum(unsourced))[0]).toMatch(/^criteres\.minimum\.0\.source : /);
});

test('a source that data/sources.json does not hold is refused, in « aussi » too', () => {
  const schema = modelSchemaCiting(['S4']);
  expect(faults(withMinimum(rawValue), schema)).toEqual([]);
  expect(faults(withMinimum({ ...rawValue, source: 'blog-inconnu' }), schema)).toEqual([
    'criteres.minimum.0.source : La source « blog-inconnu » n’est pas dans data/sources.json.',
  ]);
  expect(faults(withMinimum({ ...rawValue, aussi: ['S4', 'S9'] }), schema)[0]).toMatch(
    /^criteres\.minimum\.0\.aussi\.1 : /,
  );
});

test('30 February is refused, and so is a date that YAML turned into something else than text', () => {
  expect(faults(withMinimum({ ...rawValue, date: '2026-02-30' }))[0]).toMatch(/^criteres\.minimum\.0\.date : /);
  expect(faults(withMinimum({ ...rawValue, date: new Date('2026-11-22') }))[0]).toMatch(
    /^criteres\.minimum\.0\.date : /,
  );
  expect(faults({ ...rawModel(), verifieLe: '22/11/2026' })[0]).toMatch(/^verifieLe : /);
});

test('an unknown region is refused with its path', () => {
  expect(faults(withMinimum({ ...rawValue, portee: 'pays-de-loire' }))).toEqual([
    'criteres.minimum.0.portee : Portée inconnue : « nationale », « non-precisee » ou le nom d’une région.',
  ]);
});

test('a line of plain language of thirteen words is refused', () => {
  const resume = ['un deux trois quatre cinq six sept huit neuf dix onze douze treize', 'Deux.', 'Trois.', 'Quatre.'];
  expect(faults({ ...rawModel(), resume })).toEqual(['resume.0 : Une ligne de résumé compte douze mots au plus.']);
});

test('a contact carries its number in international form', () => {
  const contact = { organisme: 'APMSL', telephone: '02 28 21 97 35', courriel: null, site: null };
  expect(faults(rawModel({ contacts: [{ ...rawValue, contact }] }))[0]).toMatch(
    /^criteres\.contacts\.0\.contact\.telephone : /,
  );
  expect(faults(rawModel({ contacts: [{ ...rawValue, contact: { ...contact, telephone: '+33228219735' } }] }))).toEqual(
    [],
  );
});

test('a value of a form that the model does not have is refused', () => {
  expect(faults(withMinimum({ ...rawValue, forme: 'projet-ecrit' }))[0]).toMatch(/^criteres\.minimum\.0\.forme : /);
});

test('the seven paid actions stand together: six are refused', () => {
  const action = {
    titre: 'Plan personnalisé',
    description: 'Un plan écrit pour une personne.',
    source: 'S0',
    date: '2026-11-22',
  };
  const six = {
    pps: action,
    'rcp-avec-patient': action,
    'rcp-sans-patient': action,
    staff: action,
    'protocole-simple': action,
    'protocole-complexe': action,
  };
  expect(faults({ ...rawModel(), actionsIndemnisees: six })[0]).toMatch(/^actionsIndemnisees\.redaction-projet : /);
  expect(faults({ ...rawModel(), actionsIndemnisees: { ...six, 'redaction-projet': action } })).toEqual([]);
});

test('a contradiction with one version is none', () => {
  const version = { valeur: 'Trois généralistes.', portee: 'pays-de-la-loire', source: 'S4', date: '2026-11-22' };
  const contradictions = [{ sujet: 'Minimum', versions: [version], explication: 'Chaque région fixe sa règle.' }];
  expect(faults({ ...rawModel(), contradictions })[0]).toMatch(/^contradictions\.0\.versions : /);
});

test('the sources cited come once each, in the order of the file', () => {
  const read = modelSchema.parse(
    rawModel({
      minimum: [{ ...rawValue, source: 'S4', aussi: ['S0'] }],
      echelle: [{ ...rawValue, source: 'S0' }],
      lieu: [{ ...rawValue, source: 'S3' }],
    }),
  );
  expect(citedSources(read)).toEqual(['S4', 'S0', 'S3']);
});

test('two sources with one id, and a source named after a file, are refused', () => {
  const source = {
    id: 'S0',
    titre: 'Le dispositif ESP CLAP',
    editeur: 'Association',
    url: null,
    date: null,
    luLe: '2026-11-22',
  };
  expect(sourcesSchema.safeParse([source]).success).toBe(true);
  expect(sourcesSchema.safeParse([source, source]).success).toBe(false);
  expect(sourcesSchema.safeParse([{ ...source, id: 'seed_0.txt' }]).success).toBe(false);
});
