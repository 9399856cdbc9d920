import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { sourceIdSchema } from '#domain/shared/source.schema.ts';
import { conditionSchema } from './condition.schema.ts';

export type RulesFault = {
  readonly code:
    | 'IDENTIFIANT_DE_REGLE_ILLISIBLE'
    | 'ENSEMBLE_ILLISIBLE'
    | 'MODELE_ILLISIBLE'
    | 'VERSION_ILLISIBLE'
    | 'MODELES_DITS_DEUX_FOIS'
    | 'POINTS_NULS';
};
const fault = (code: RulesFault['code']): RulesFault['code'] => code;

const slug = z.string().regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, fault('IDENTIFIANT_DE_REGLE_ILLISIBLE'));
const setId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, fault('ENSEMBLE_ILLISIBLE'));
const modelId = z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/, fault('MODELE_ILLISIBLE'));
const sentence = z.string().min(12).max(320);

export const versionSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/, fault('VERSION_ILLISIBLE'));

/** Where a sentence comes from (the main source first) and the day it was read there. */
const proof = { sources: z.array(sourceIdSchema).min(1), date: civilDateSchema };

const questionSchema = z.strictObject({
  id: slug,
  /** One option, a number (its options are 0, 1, 2… the last meaning « or more »), or any of the options. */
  type: z.enum(['choix', 'nombre', 'ensemble']),
  obligatoire: z.boolean(),
  /** Asked last, and presented as one that may be skipped. */
  facultative: z.boolean(),
  /** A set that always holds the answer to another question too, when that answer is one of its own options. */
  inclut: slug.optional(),
  intitule: z.string().min(5),
  aide: z.string().min(5),
  options: z.array(z.strictObject({ slug, libelle: z.string().min(2) })).min(2),
});
export type Question = z.infer<typeof questionSchema>;

/** The models a rule is about: these, or all but these. */
const target = { modeles: z.array(modelId).min(1).optional(), tousSauf: z.array(modelId).min(1).optional() };
const hasOneTarget = (rule: { modeles?: unknown; tousSauf?: unknown }) => !rule.modeles !== !rule.tousSauf;

const exclusionSchema = z
  .strictObject({
    regle: z.string().regex(/^X\d+$/),
    ...target,
    si: conditionSchema,
    /** The question whose answer is a mere wish: the rule then spares a model that the person is already in. */
    souhait: slug.optional(),
    phrase: sentence,
    ...proof,
  })
  .refine(hasOneTarget, fault('MODELES_DITS_DEUX_FOIS'));

const prerequisiteSchema = z
  .strictObject({
    regle: z.string().regex(/^P\d+$/),
    ...target,
    si: conditionSchema,
    phrase: sentence,
    quoiFaire: sentence,
    ...proof,
  })
  .refine(hasOneTarget, fault('MODELES_DITS_DEUX_FOIS'));

/** Points that an answer gives to a model (below zero: takes). On a set, one line per option. */
const pointsSchema = z.strictObject({
  question: slug,
  options: z.array(z.string()).min(1),
  modele: modelId,
  points: z.int().refine((points) => points !== 0, fault('POINTS_NULS')),
  si: conditionSchema.optional(),
  phrase: sentence,
  ...proof,
});

const noteSchema = z.strictObject({
  regle: z.string().regex(/^N\d+$/),
  si: conditionSchema,
  phrase: sentence,
  ...proof,
});
const complementSchema = z.strictObject({ vers: modelId, si: conditionSchema, phrase: sentence, ...proof });

const namedSchema = z.strictObject({
  id: modelId,
  sigle: z.string().min(2),
  nom: z.string().min(5),
  /** The slug of the page that presents it. */
  fiche: setId,
});

const generalSchema = z.strictObject({
  version: versionSchema,
  /** A model is eligible or conditional from this score on. */
  seuil: z.int(),
  /** In the order that decides between equal scores. */
  modeles: z.array(namedSchema).min(1),
  /** What supports every team and is never ranked. */
  appuis: z.array(namedSchema),
  ensembles: z.array(
    z.strictObject({ id: setId, libelle: z.string().min(5), question: slug, options: z.array(z.string()).min(1) }),
  ),
  redirections: z.array(z.strictObject({ si: conditionSchema, vers: modelId, phrase: sentence, ...proof })),
  /** Which answer says that the person is already in a model. */
  dejaVers: z.array(z.strictObject({ question: slug, option: slug, modele: modelId, phrase: sentence })),
  /** The questions that the smallest change may touch, in the order that decides between equal changes. */
  bascule: z.array(slug),
});

const versionEntrySchema = z.strictObject({
  version: versionSchema,
  date: civilDateSchema,
  changements: z.array(sentence).min(1),
});
export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** The files of `data/orientation`, one key per file. */
export const rulesSchema = z.strictObject({
  general: generalSchema,
  questions: z.array(questionSchema).min(1),
  exclusions: z.array(exclusionSchema),
  prerequis: z.array(prerequisiteSchema),
  points: z.array(pointsSchema),
  complements: z.array(complementSchema),
  notes: z.array(noteSchema),
  /** Oldest first; the last one is the version in force. */
  versions: z.array(versionEntrySchema).min(1),
});
export type RulesData = z.infer<typeof rulesSchema>;
export type Exclusion = z.infer<typeof exclusionSchema>;
export type Prerequisite = z.infer<typeof prerequisiteSchema>;
export type PointsLine = z.infer<typeof pointsSchema>;
