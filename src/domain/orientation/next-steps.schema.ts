import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { sourceIdSchema } from '#domain/shared/source.schema.ts';

export type NextStepsFault = { readonly code: 'ETAPES_AUTRES_QUE_TROIS' };

/** What to do first once a model leads the result: three steps, in order, each with its sources. */
export const nextStepsSchema = z.array(
  z.strictObject({
    /** A model of `general.json`. */
    modele: z.string(),
    etapes: z
      .array(
        z.strictObject({
          phrase: z.string().min(20).max(240),
          sources: z.array(sourceIdSchema).min(1),
          date: civilDateSchema,
        }),
      )
      .length(3, 'ETAPES_AUTRES_QUE_TROIS' satisfies NextStepsFault['code']),
  }),
);
export type NextSteps = z.infer<typeof nextStepsSchema>;
export type NextStep = NextSteps[number]['etapes'][number];
