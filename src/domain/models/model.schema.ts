import { z } from 'zod';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { issueOf } from '#domain/shared/refusal.ts';
import type { SourceFault } from '#domain/shared/source.schema.ts';
import { type CriterionKey, criterionKeys } from './criteria.ts';
import {
  type CriterionValue,
  contactValueSchema,
  contradictionSchema,
  criterionValueSchema,
  formSchema,
  noticeSchema,
  otherActionsSchema,
  paidActionsSchema,
  questionSchema,
  sectionSchema,
} from './fact.schema.ts';
import { modelSlugs } from './slugs.ts';

export type ModelFault =
  | { readonly code: 'LIGNE_TROP_LONGUE' }
  | { readonly code: 'FORME_NON_DECRITE'; readonly forme: string };

/** « Langage clair »: a line holds one idea, in twelve words at most. */
const plainLineSchema = z
  .string()
  .min(3)
  .refine((line) => line.trim().split(/\s+/).length <= 12, 'LIGNE_TROP_LONGUE' satisfies ModelFault['code']);

const values = z.array(criterionValueSchema);

/** Every criterion must be written, an empty list being « Non précisé dans nos sources ». */
const criteriaSchema = z.strictObject({
  definition: values,
  pourQui: values,
  minimum: values,
  echelle: values,
  lieu: values,
  actions: values,
  prerequis: values,
  validation: values,
  remuneration: values,
  structureJuridique: values,
  contrat: values,
  delai: values,
  systemeInformation: values,
  exclusivite: values,
  apports: values,
  accompagnement: values,
  contacts: z.array(contactValueSchema),
  reperes: values,
} satisfies Record<CriterionKey, z.ZodType<CriterionValue[]>>);

/** The front matter of `content/modeles/*.md`. */
export const modelSchema = z
  .strictObject({
    sigle: z.string().min(2),
    nom: z.string().min(5),
    type: z.enum(structureTypes),
    /** One plain sentence. */
    accroche: z.string().min(10),
    publics: z.array(z.enum(['professionnels', 'patients'])).min(1),
    /** Plain-language summary, one idea per line; the page says that it is not yet proofread by the people concerned. */
    resume: z.array(plainLineSchema).min(4),
    /** The day on which we last checked the whole page. */
    verifieLe: civilDateSchema,
    criteres: criteriaSchema,
    formes: z.array(formSchema).default([]),
    avis: z.array(noticeSchema).default([]),
    contradictions: z.array(contradictionSchema).default([]),
    volets: z.array(sectionSchema).default([]),
    actionsIndemnisees: paidActionsSchema.optional(),
    actionsAutresCadres: otherActionsSchema.optional(),
    faq: z.array(questionSchema).default([]),
    liens: z.array(z.strictObject({ modele: z.enum(modelSlugs), phrase: z.string().min(10) })).min(1),
  })
  .superRefine((model, context) => {
    const forms = new Set(model.formes.map((form) => form.id));
    for (const criterion of criterionKeys) {
      for (const [index, { forme }] of model.criteres[criterion].entries()) {
        if (forme === undefined || forms.has(forme)) continue;
        const path = ['criteres', criterion, index, 'forme'];
        context.addIssue(issueOf<ModelFault>({ code: 'FORME_NON_DECRITE', forme }, path));
      }
    }
  });
export type ModelData = z.infer<typeof modelSchema>;

/** The same schema, which also refuses a source that `data/sources.json` does not hold. */
export const modelSchemaCiting = (knownSources: readonly string[]) =>
  modelSchema.superRefine((model, context) => {
    const known = new Set(knownSources);
    for (const { id, path } of citations(model)) {
      if (known.has(id)) continue;
      context.addIssue(issueOf<SourceFault>({ code: 'SOURCE_ABSENTE', source: id }, path));
    }
  });

/** The sources that a model cites, each once, in the order of the file. */
export const citedSources = (model: ModelData): string[] => [...new Set(citations(model).map(({ id }) => id))];

type Citation = { readonly id: string; readonly path: readonly (string | number)[] };

function citations(node: unknown, path: readonly (string | number)[] = []): Citation[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => citations(item, [...path, index]));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): Citation[] => {
    if (key === 'source') return [{ id: String(value), path: [...path, key] }];
    if (key === 'aussi' && Array.isArray(value))
      return value.map((id, index) => ({ id: String(id), path: [...path, key, index] }));
    return citations(value, [...path, key]);
  });
}
