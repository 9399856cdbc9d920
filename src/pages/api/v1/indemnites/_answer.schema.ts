import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';

const cents = z.int().min(0);
const unknownable = cents.nullable();

const planReference = z.strictObject({
  id: z.string(),
  /** Null: no period of the plan covers the day. */
  periode: z.strictObject({ du: civilDateSchema.nullable(), au: civilDateSchema.nullable() }).nullable(),
  source: z.string().nullable(),
});

const line = z.strictObject({
  membre: z.string(),
  /** Null: for the association to fix. */
  centimes: unknownable,
  motif: z.enum(['SALARIE_NON_INDEMNISE', 'CENTRE_PLAFOND_2']).nullable(),
});

const warning = z.strictObject({ code: z.string(), phrase: z.string() });

const decided = {
  decision: z.enum(['ACCEPTED', 'PENDING', 'REFUSED']),
  code: z.string().nullable(),
  phrase: z.string(),
  lignes: z.array(line),
  totalCentimes: unknownable,
  explication: z.array(z.string()),
};

/** What `POST /api/v1/indemnites/evaluation` answers. */
export const evaluationAnswerSchema = z.strictObject({
  ...decided,
  plan: planReference,
  avertissements: z.array(warning),
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswerSchema>;

const amounts = {
  /** Null as soon as a part of it is for the association to fix. */
  totalCentimes: unknownable,
  /** The accepted and priced part. */
  connuCentimes: cents,
  /** Priced, but waiting for a decision of the association. */
  enAttenteCentimes: cents,
  /** How many amounts are for the association to fix. */
  aFixer: z.int().min(0),
};

/** What `POST /api/v1/indemnites/simulation` answers. */
export const simulationAnswerSchema = z.strictObject({
  plan: planReference,
  annee: z.int(),
  ...amounts,
  /** Part of the total that pays the writing of the project. */
  redactionCentimes: cents,
  actions: z.array(
    z.strictObject({
      type: z.string(),
      titre: z.string(),
      nombre: z.int(),
      ...amounts,
      /** The answers that these actions get, each with how many get it. */
      reponses: z.array(z.strictObject({ nombre: z.int(), ...decided })),
    }),
  ),
  personnes: z.array(
    z.strictObject({
      membre: z.string(),
      ...amounts,
      redactionCentimes: cents,
      participations: z.int(),
      sansIndemnite: z.int(),
    }),
  ),
  plafonds: z.array(
    z.strictObject({
      nom: z.string(),
      actions: z.array(z.string()),
      /** Null: no written cap. */
      maximum: z.int().nullable(),
      compte: z.int(),
      reste: z.int().nullable(),
    }),
  ),
  enveloppe: z.strictObject({
    /** Null: no envelope is known. */
    annuelleCentimes: unknownable,
    engageCentimes: cents,
    resteCentimes: unknownable,
    mention: z.string().nullable(),
  }),
  /** What is left allows, kind by kind, were it spent on that kind alone. */
  reste: z.array(
    z.strictObject({
      type: z.string(),
      titre: z.string(),
      plafondRestant: z.int().nullable(),
      unitaireCentimes: unknownable,
      /** Null: nothing limits it, or the team may not hold one (`code`). */
      possibles: z.int().nullable(),
      limite: z.enum(['plafond', 'enveloppe']).nullable(),
      code: z.string().nullable(),
      phrase: z.string(),
    }),
  ),
  avertissements: z.array(warning),
});
export type SimulationAnswer = z.infer<typeof simulationAnswerSchema>;
