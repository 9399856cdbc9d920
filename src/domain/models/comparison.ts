import type { CriterionKey } from './criteria.ts';
import type { ContactValue, CriterionValue } from './fact.schema.ts';
import { type Model, valuesOf } from './model.ts';
import type { ModelSlug } from './slugs.ts';

export type ComparisonCell = {
  readonly modele: ModelSlug;
  /** Empty when no source says anything: the page prints « Non précisé dans nos sources ». */
  readonly valeurs: readonly (CriterionValue | ContactValue)[];
};

export type ComparisonRow = {
  readonly critere: CriterionKey;
  readonly cellules: readonly ComparisonCell[];
  /** True when two models that have an answer do not give the same one. A silence is no difference. */
  readonly differe: boolean;
  /** True when some models have an answer and others have none. */
  readonly incomplet: boolean;
};

export type Comparison = {
  readonly modeles: readonly { readonly slug: ModelSlug; readonly sigle: string; readonly nom: string }[];
  readonly lignes: readonly ComparisonRow[];
};

/** The side-by-side table of these models on these criteria, both in the order given. */
export function compareModels(models: readonly Model[], keys: readonly CriterionKey[]): Comparison {
  return {
    modeles: models.map(({ slug, sigle, nom }) => ({ slug, sigle, nom })),
    lignes: keys.map((key) => comparisonRow(models, key)),
  };
}

function comparisonRow(models: readonly Model[], critere: CriterionKey): ComparisonRow {
  const cellules = models.map((model) => ({ modele: model.slug, valeurs: valuesOf(model, critere) }));
  const answers = cellules.filter(({ valeurs }) => valeurs.length > 0).map(({ valeurs }) => signature(valeurs));
  return {
    critere,
    cellules,
    differe: new Set(answers).size > 1,
    incomplet: answers.length > 0 && answers.length < models.length,
  };
}

/** Two cells agree when their short words are the same, whatever the order, case, accents and punctuation. */
const signature = (values: readonly CriterionValue[]): string =>
  [...new Set(values.map(({ court }) => normalise(court)))].sort().join('|');

const normalise = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+%€]+/g, ' ')
    .trim();
