import { z } from 'zod';
import { centsSchema } from '#domain/shared/money.ts';

const perProfessional = z.strictObject({
  sorte: z.literal('par-professionnel-present'),
  /** Null: a paid kind of action whose amount no source gives (D1). */
  tarifsCentimes: z.strictObject({ A: centsSchema, B: centsSchema }).nullable(),
});
const sharedLumpSum = z.strictObject({ sorte: z.literal('forfait-a-partager'), forfaitCentimes: centsSchema });
const lumpSumWithReferent = z.strictObject({
  sorte: z.literal('forfait-avec-referent'),
  forfaitCentimes: centsSchema,
  referentCentimes: centsSchema,
  /** One row per number of professionals that the source foresees; other numbers are for the association to decide. */
  repartition: z
    .array(
      z.strictObject({
        professionnels: z.int().min(2),
        medecinGeneralisteCentimes: centsSchema,
        autreCentimes: centsSchema,
      }),
    )
    .min(1),
});

type LumpSumWithReferent = z.infer<typeof lumpSumWithReferent>;

const splitsAddUp = ({ forfaitCentimes, referentCentimes, repartition }: LumpSumWithReferent): boolean =>
  repartition.every(
    ({ professionnels, medecinGeneralisteCentimes, autreCentimes }) =>
      referentCentimes + medecinGeneralisteCentimes + (professionnels - 1) * autreCentimes === forfaitCentimes,
  );

export type PaymentFault = { readonly code: 'PARTS_AUTRES_QUE_LE_FORFAIT' };

/** Meetings and protocols: a rate for each person present, or a lump sum to share. */
export const meetingPaymentSchema = z.discriminatedUnion('sorte', [perProfessional, sharedLumpSum]);

/** A PPS may also be split, with a part for its referent. */
export const carePlanPaymentSchema = z
  .discriminatedUnion('sorte', [perProfessional, sharedLumpSum, lumpSumWithReferent])
  .refine(
    (payment) => payment.sorte !== 'forfait-avec-referent' || splitsAddUp(payment),
    'PARTS_AUTRES_QUE_LE_FORFAIT' satisfies PaymentFault['code'],
  );

/** The writing of the project: the same amount to each writer. */
export const writingPaymentSchema = z.strictObject({ sorte: z.literal('par-redacteur'), centimes: centsSchema });

/** How a kind of action is paid. A new kind of payment is one more member here, and one case where it is priced. */
export type Payment = z.infer<typeof carePlanPaymentSchema> | z.infer<typeof writingPaymentSchema>;
