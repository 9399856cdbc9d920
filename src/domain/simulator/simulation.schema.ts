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
const mostActions = 1000;

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
  annee: z.int().min(2000, 'Une année entre 2000 et 2100.').max(2100, 'Une année entre 2000 et 2100.'),
  /** The simulation under the plan of another day; absent: the plan at the end of the year. */
  datePlan: civilDateSchema.optional(),
  reglages: settingsSchema.default({}),
  membres: z.array(yearMemberSchema).min(1, 'Une équipe a au moins un membre.').max(200).superRefine(checkTeam),
  actions: z
    .array(plannedActionSchema)
    .max(100)
    .refine((actions) => actions.reduce((sum, { nombre }) => sum + nombre, 0) <= mostActions, {
      message: `Une année simulée compte au plus ${mostActions} actions.`,
    }),
  /** What the team has already declared, been promised or been paid in the year. */
  dejaDeclarees: declaredSchema.default({}),
  engageCentimes: centsSchema.default(0),
  redactionsIndemnisees: z.array(idSchema).max(200).default([]),
});
export type Simulation = z.infer<typeof simulationSchema>;
export type SimulationInput = z.input<typeof simulationSchema>;
