import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { sourceIdSchema } from '#domain/shared/source.schema.ts';
import { scopeSchema } from './scope.ts';

/** How firmly a fact stands: read in an official text, in the source named, or told by the press or a third party. */
export const certainties = ['texte-officiel', 'source', 'rapporte'] as const;

export type FactFault = { readonly code: 'TELEPHONE_ILLISIBLE' | 'CONTRADICTION_SEULE' };
const fault = (code: FactFault['code']): FactFault['code'] => code;

const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const phoneSchema = z.string().regex(/^\+\d{8,15}$/, fault('TELEPHONE_ILLISIBLE'));

/** What ties any printed sentence to its proof. */
export const provenance = {
  source: sourceIdSchema,
  /** Other sources that say the same. */
  aussi: z.array(sourceIdSchema).default([]),
  /** The page's own day when it has one, else the day we read it. Between quotes in a front matter. */
  date: civilDateSchema,
};

export const factSchema = z.strictObject({
  valeur: z.string().min(2),
  portee: scopeSchema,
  ...provenance,
  note: z.string().min(2).optional(),
  certitude: z.enum(certainties).default('source'),
});
export type Fact = z.infer<typeof factSchema>;

export const criterionValueSchema = factSchema.extend({
  /** The few words of a comparison cell. Two models whose short words agree are shown as alike. */
  court: z.string().min(2).max(70),
  /** Slug of the form (`formes`) that the value belongs to; absent when it holds for the whole model. */
  forme: slugSchema.optional(),
});
export type CriterionValue = z.infer<typeof criterionValueSchema>;

export const contactValueSchema = criterionValueSchema.extend({
  contact: z.strictObject({
    organisme: z.string().min(2),
    telephone: phoneSchema.nullable(),
    courriel: z.email().nullable(),
    site: z.url({ protocol: /^https?$/ }).nullable(),
  }),
});
export type ContactValue = z.infer<typeof contactValueSchema>;

/** A titled list of facts that only some models have (steps, rights, missions…). */
export const sectionSchema = z.strictObject({
  id: slugSchema,
  titre: z.string().min(3),
  /** True when the order counts (steps). */
  ordonne: z.boolean().default(false),
  points: z.array(factSchema).min(1),
});

export const noticeSchema = z.strictObject({
  titre: z.string().min(3),
  texte: z.string().min(10),
  ...provenance,
});

export const contradictionSchema = z.strictObject({
  sujet: z.string().min(3),
  versions: z
    .array(z.strictObject({ valeur: z.string().min(2), portee: scopeSchema, ...provenance }))
    .min(2, fault('CONTRADICTION_SEULE')),
  explication: z.string().min(10),
});

export const formSchema = z.strictObject({ id: slugSchema, titre: z.string().min(3), description: z.string().min(10) });

const describedActionSchema = z.strictObject({
  titre: z.string().min(3),
  description: z.string().min(10),
  ...provenance,
});

/** The seven paid actions, in words only: caps and amounts live in `data/plans/pays-de-la-loire.json`. */
export const paidActionsSchema = z.strictObject({
  pps: describedActionSchema,
  'rcp-avec-patient': describedActionSchema,
  'rcp-sans-patient': describedActionSchema,
  staff: describedActionSchema,
  'protocole-simple': describedActionSchema,
  'protocole-complexe': describedActionSchema,
  'redaction-projet': describedActionSchema,
});

/** Actions that the team may do and that other bodies pay for. */
export const otherActionsSchema = z.strictObject({
  condition: factSchema,
  actions: z
    .array(
      describedActionSchema.extend({
        /** Who pays or allows it. */
        cadre: z.string().min(3),
        themes: z.array(z.string().min(3)).default([]),
      }),
    )
    .min(1),
});

export const questionSchema = z.strictObject({
  question: z.string().min(5),
  reponse: z.string().min(10),
  ...provenance,
});
