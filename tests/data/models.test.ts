import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { criterionKeys } from '#domain/models/criteria.ts';
import { glossarySchema } from '#domain/models/glossary.schema.ts';
import { citedSources, type ModelData, modelSchemaCiting } from '#domain/models/model.schema.ts';
import { sourcesSchema } from '#domain/shared/source.schema.ts';
import { modelFiles, readJson } from './front-matter.ts';

const sources = sourcesSchema.parse(readJson('data/sources.json'));
const schema = modelSchemaCiting(sources.map(({ id }) => id));
const models = new Map(
  modelFiles.map(({ slug, frontmatter }) => [slug, schema.safeParse(frontmatter).data as ModelData]),
);
const model = (slug: string): ModelData => models.get(slug)!;
const texts = (slug: string) => JSON.stringify(model(slug)) + modelFiles.find((file) => file.slug === slug)?.body;

test('there are eight models', () => {
  expect([...models.keys()].sort()).toEqual(['asalee', 'cds', 'cpts', 'dac', 'esp', 'esp-clap', 'ess', 'msp']);
});

describe.each(modelFiles)('the model $slug', ({ slug, frontmatter, body }) => {
  test('meets the schema, with sources that exist', () => {
    expect(schema.safeParse(frontmatter).error?.issues ?? []).toEqual([]);
  });

  test('has the eighteen criteria, and most of them have an answer', () => {
    const { criteres } = model(slug);
    expect(Object.keys(criteres)).toHaveLength(18);
    expect(criterionKeys.filter((key) => criteres[key].length > 0).length).toBeGreaterThanOrEqual(12);
  });

  test('has a body in sections, and is about its own structure type', () => {
    expect(body.match(/^## /gm)?.length).toBeGreaterThanOrEqual(3);
    expect(model(slug).type).toBe(slug);
  });

  test('leads to other models, never to itself', () => {
    expect(model(slug).liens.map(({ modele }) => modele)).not.toContain(slug);
  });

  test('gives no fact a date that is still to come, nor one before 2018', () => {
    const dates = [...JSON.stringify(model(slug)).matchAll(/"date":"(\d{4}-\d{2}-\d{2})"/g)].map((match) => match[1]!);
    expect(dates.length).toBeGreaterThan(10);
    expect(dates.filter((date) => date > model(slug).verifieLe || date < '2018-01-01')).toEqual([]);
  });

  test('is written with typographic apostrophes, and without exclamation marks', () => {
    expect(texts(slug)).not.toMatch(/\p{L}'\p{L}|!/u);
  });
});

const short = (slug: string, key: (typeof criterionKeys)[number]) =>
  model(slug).criteres[key].map(({ court, portee, source }) => `${court} (${portee}, ${source})`);

test('MSP: both minimums stand, three in Pays de la Loire and two for the national agreement', () => {
  expect(short('msp', 'minimum')).toEqual([
    '3 généralistes + 1 auxiliaire médical (pays-de-la-loire, S4)',
    '2 généralistes + 1 autre (nationale, fmps-aci)',
  ]);
  const versions = model('msp').contradictions.find(({ sujet }) => sujet === 'Le nombre de généralistes')?.versions;
  expect(versions?.map(({ source }) => source)).toEqual(['S4', 'fmps-aci']);
});

test('MSP: the ARS validates (S4), the law says for information (L. 6323-3), the agreement wants validation', () => {
  const versions = model('msp').contradictions.find(({ sujet }) => sujet.includes('ARS'))?.versions;
  expect(versions?.map(({ source }) => source)).toEqual(['S4', 'csp-l6323-3', 'femasif-aci']);
});

test('CDS: the law’s word for the rules comes first, the old one is kept beside it', () => {
  const [contradiction] = model('cds').contradictions;
  expect(contradiction?.versions.map(({ valeur }) => valeur)).toEqual([
    'Règlement de fonctionnement.',
    'Règlement intérieur.',
  ]);
});

test('CPTS: the law comes first for the legal form and for the signatories, the original table stands beside it', () => {
  expect(short('cpts', 'structureJuridique')[0]).toBe('Association loi 1901 (nationale, csp-l1434-12-1)');
  expect(short('cpts', 'contrat')[0]).toBe('ARS et CPAM (nationale, csp-l1434-12-1)');
  expect(model('cpts').contradictions.map(({ versions }) => versions.map(({ source }) => source))).toEqual([
    ['csp-l1434-12-1', 'S4'],
    ['csp-l1434-12-1', 'S4'],
  ]);
  expect(model('cpts').contradictions[0]?.explication).toContain('22 novembre 2026');
});

test('ESS: experimental according to S2, funded since 1 January 2025 according to the Assurance maladie', () => {
  const funding = model('ess').contradictions.find(({ sujet }) => sujet === 'Le financement');
  expect(funding?.versions.map(({ source }) => source)).toEqual(['S2', 'ameli-ess']);
  expect(short('ess', 'delai')).toEqual(['4 mois à 1 an (nationale, S2)']);
});

test('ESS: the consultancy’s own e-mail and mobile are not given as a contact', () => {
  expect(model('ess').criteres.contacts).toEqual([]);
});

test('ASALEE: a dated notice on the funding, and nothing said of what came after February 2026', () => {
  const [notice] = model('asalee').avis;
  expect(notice?.date).toBe('2026-02-17');
  expect(notice?.texte).toContain('28 janvier 2026');
  expect(texts('asalee')).not.toMatch(/mars 2026|avril 2026|mai 2026|juin 2026/);
});

test('ESP: three forms, with legal bodies none, association, SISA', () => {
  const { formes, criteres } = model('esp');
  expect(formes.map(({ id }) => id)).toEqual(['sans-projet-ecrit', 'projet-ecrit', 'aci-msp']);
  expect(
    criteres.structureJuridique.map(({ forme, court }) => [forme, court.split(' : ')[1] ?? court.split('\u00a0: ')[1]]),
  ).toEqual([
    ['sans-projet-ecrit', 'aucune'],
    ['projet-ecrit', 'association loi 1901'],
    ['aci-msp', 'SISA'],
  ]);
});

test('ESP CLAP: no figure in euros, they all live in the regional plan', () => {
  expect(texts('esp-clap')).not.toMatch(/€|\beuros?\b/);
});

test('ESP CLAP: seven paid actions in words, a STAFF without a rate, six themes of prevention, ten questions', () => {
  const { actionsIndemnisees, actionsAutresCadres, faq } = model('esp-clap');
  expect(Object.keys(actionsIndemnisees ?? {})).toHaveLength(7);
  expect(actionsIndemnisees?.staff.description).toContain('Aucune source ne donne le tarif');
  expect(actionsIndemnisees?.staff.description).toMatch(/généraliste doit être présent/);
  expect(actionsAutresCadres?.actions[0]?.themes).toHaveLength(6);
  expect(faq).toHaveLength(10);
});

test('no model gives a price of the STAFF', () => {
  const sentences = modelFiles
    .flatMap(({ slug }) => texts(slug).split(/[.;]/))
    .filter((sentence) => /STAFF/i.test(sentence));
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => /\d\s*€|\d\s+euros/.test(sentence))).toEqual([]);
});

test('DAC: the duty to inform and the right to object are said, and no minimum team is invented', () => {
  const rights = model('dac').volets.find(({ id }) => id === 'droits');
  expect(rights?.points.map(({ valeur }) => valeur)).toEqual(
    expect.arrayContaining([
      'Le DAC doit vous informer quand il s’occupe de votre situation.',
      'Vous pouvez vous y opposer.',
    ]),
  );
  expect(model('dac').criteres.minimum).toEqual([]);
  expect(model('dac').publics).toContain('patients');
});

test('DAC: the interpreting service is shown as one of Grand Est', () => {
  const service = model('dac').volets.find(({ id }) => id === 'interpretariat');
  expect(service?.points.map(({ portee }) => portee)).toEqual(['grand-est']);
});

test.each([
  ['asalee', 'Association ASALEE', '+33613017625', 'contact@asalee.fr'],
  ['esp-clap', 'Association des ESP CLAP', '+33665181144', 'contact@esp-clap.org'],
  ['msp', 'APMSL', '+33228219735', 'contact@apmsl.fr'],
  ['cds', 'C3SI Pays de la Loire', '+33614149530', 'animationc3sipdl@gmail.com'],
])('%s: %s answers at %s and %s', (slug, organisme, telephone, courriel) => {
  expect(model(slug).criteres.contacts.map(({ contact }) => contact)).toContainEqual(
    expect.objectContaining({ organisme, telephone, courriel }),
  );
});

test('no contact is the address or the mobile of a named person', () => {
  const all = modelFiles.map(({ slug }) => texts(slug)).join('');
  expect(all).not.toMatch(/urml-paysdelaloire|ethicare\.fr|\+33766869052|\+33674494564/);
});

test('every source is cited by a model or by another file of data, and none is titled after a file', () => {
  const cited = new Set([...models.values()].flatMap((data) => citedSources(data)));
  const elsewhere = globSync('data/**/*.json', { exclude: ['data/territory/**', 'data/sources.json'] })
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
  expect(sources.filter(({ id }) => !cited.has(id) && !elsewhere.includes(`"${id}"`)).map(({ id }) => id)).toEqual([]);
  expect(sources.filter(({ titre }) => /\.(txt|pdf|html?|csv)$|^\d{3}_/.test(titre))).toEqual([]);
});

test('the glossary has a plain definition for each acronym of the models', () => {
  const terms = glossarySchema.parse(readJson('data/glossaire.json'));
  const acronyms = new Set(terms.map(({ sigle }) => sigle));
  expect([...models.values()].map(({ sigle }) => sigle).filter((sigle) => !acronyms.has(sigle))).toEqual([]);
  expect(terms.filter(({ definition }) => definition.split(/\s+/).length > 18)).toEqual([]);
});
