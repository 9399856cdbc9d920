import { z } from 'zod';
import { healthProfessions } from '#domain/people/profession.ts';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { centsSchema } from '#domain/shared/money.ts';
import { paidActionTypes } from './action-type.ts';

/** An example that a plan carries and that the tests run: everyone in `equipe` takes part in the action. */
export const planExampleSchema = z.strictObject({
  nom: z.string().min(10),
  equipe: z.array(
    z.strictObject({
      id: z.string().min(1),
      profession: z.enum(healthProfessions),
      exercice: z.enum(['liberal', 'centre-mono', 'salarie']).default('liberal'),
      centre: z.string().nullable().default(null),
    }),
  ),
  action: z.strictObject({
    type: z.enum(paidActionTypes),
    date: civilDateSchema,
    referent: z.string().nullable().default(null),
    patientPresent: z.boolean().nullable().default(null),
    horsNomenclature: z.array(z.string()).default([]),
    designes: z.array(z.string()).default([]),
  }),
  /** How many of this kind the team has already declared in the year. */
  dejaDeclarees: z.int().min(0).default(0),
  engageCentimes: centsSchema.default(0),
  attendu: z.strictObject({
    decision: z.enum(['ACCEPTED', 'PENDING', 'REFUSED']),
    code: z.string().nullable(),
    lignes: z.record(z.string(), centsSchema.nullable()),
    totalCentimes: centsSchema.nullable(),
  }),
});
export type PlanExample = z.infer<typeof planExampleSchema>;
