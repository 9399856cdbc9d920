import { z } from 'zod';
import {
  checkMember,
  checkTeam,
  declaredSchema,
  distinctIds,
  idSchema,
  memberShape,
  settingsSchema,
  slugSchema,
} from '#domain/indemnities/evaluation.schema.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { centsSchema } from '#domain/shared/money.ts';

/** Enough for a very busy year, and an answer still comes in some milliseconds. */
export const mostActions = 1000;

/** What a simulation may have wrong, besides what zod and a member say by themselves. */
export type SimulationRefusal = 'ANNEE_HORS_BORNES' | 'EQUIPE_VIDE' | 'TROP_D_ACTIONS';
const refused = (code: SimulationRefusal): SimulationRefusal => code;

const yearMemberSchema = z
  .strictObject({ ...memberShape, du: civilDateSchema.nullable().default(null) })
  .superRefine(checkMember);

const plannedActionSchema = z.strictObject({
  type: slugSchema,
  nombre: z.int().min(0).max(mostActions),
  /** Absent: the whole team. */
  participants: distinctIds(100).optional(),
  referent: idSchema.nullable().default(null),
  /** Absent: the patient comes, as planned. */
  patientPresent: z.boolean().default(true),
  /** Absent: the team has such an intervention in mind. */
  horsNomenclature: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
  partenaires: z.int().min(0).max(1000).default(0),
  designes: distinctIds(100).default([]),
});

/** What `POST /api/v1/indemnites/simulation` receives: a year of planned actions, in the order they would be declared. */
export const simulationSchema = z.strictObject({
  plan: slugSchema,
  annee: z.int().min(2000, refused('ANNEE_HORS_BORNES')).max(2100, refused('ANNEE_HORS_BORNES')),
  /** The simulation under the plan of another day; absent: the plan at the end of the year. */
  datePlan: civilDateSchema.optional(),
  reglages: settingsSchema.default({}),
  membres: z.array(yearMemberSchema).min(1, refused('EQUIPE_VIDE')).max(200).superRefine(checkTeam),
  actions: z
    .array(plannedActionSchema)
    .max(100)
    .refine(
      (actions) => actions.reduce((sum, { nombre }) => sum + nombre, 0) <= mostActions,
      refused('TROP_D_ACTIONS'),
    ),
  /** What the team has already declared, been promised or been paid in the year. */
  dejaDeclarees: declaredSchema.default({}),
  engageCentimes: centsSchema.default(0),
  redactionsIndemnisees: z.array(idSchema).max(200).default([]),
});
export type Simulation = z.infer<typeof simulationSchema>;
export type SimulationInput = z.input<typeof simulationSchema>;
