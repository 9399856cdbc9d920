import type { CriterionKey } from './criteria.ts';
import type { ContactValue, CriterionValue } from './fact.schema.ts';
import type { ModelData } from './model.schema.ts';
import type { ModelSlug } from './slugs.ts';

/** A model as pages and the API know it: its slug is the name of its file. */
export type Model = ModelData & { readonly slug: ModelSlug };

/** The values of a criterion; only `contacts` carries telephone, courriel and site. */
export const valuesOf = (model: Model, criterion: CriterionKey): readonly (CriterionValue | ContactValue)[] =>
  model.criteres[criterion];
