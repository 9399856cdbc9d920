import { z } from 'zod';

const sourced = { phrase: z.string(), source: z.string(), autresSources: z.array(z.string()).optional() };
const answer = z.union([z.string(), z.number(), z.array(z.string())]);
const open = { aPreciser: z.array(z.string()) };
const reasons = z.array(z.strictObject({ question: z.string(), points: z.number(), ...sourced }));
const scored = { modele: z.string(), score: z.number(), raisons: reasons, ...open };
const notYet = {
  manques: z.array(z.strictObject({ regle: z.string(), quoiFaire: z.string(), ...sourced })),
  bascule: z.array(z.strictObject({ question: z.string(), de: answer.nullable(), vers: answer })).nullable(),
};
const exclusion = z.strictObject({ regle: z.string(), question: z.string().optional(), ...sourced });

/** What `/api/v1/orientation` answers; a patient or a carer is only sent to the DAC. */
export const orientationAnswerSchema = z.union([
  z.strictObject({
    version: z.string(),
    redirection: z.null(),
    tete: z.string().nullable(),
    statutTete: z.enum(['eligible', 'conditionnel']).nullable(),
    eligibles: z.array(z.strictObject(scored)),
    conditionnels: z.array(z.strictObject({ ...scored, ...notYet })),
    autresPistes: z.array(z.strictObject({ ...scored, ...notYet })),
    exclus: z.array(z.strictObject({ modele: z.string(), motifs: z.array(exclusion), ...notYet })),
    dejaEnPlace: z.array(z.strictObject({ modele: z.string(), phrase: z.string(), ...open })),
    complements: z.array(z.string()),
    notes: z.array(z.strictObject({ regle: z.string(), ...sourced })),
  }),
  z.strictObject({ redirection: z.string() }),
]);
