import { z } from 'zod';

/** What may be wrong with a record: closed choices, so that no story and no name can be typed. */
export const reportReasons = [
  'numero-ne-repond-pas',
  'numero-faux',
  'adresse-fausse',
  'territoire-faux',
  'structure-fermee',
  'autre-information',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export type ReportRefusal = {
  readonly code: 'FICHE_INCONNUE' | 'MOTIF_ABSENT' | 'PREUVE_ILLISIBLE' | 'PREUVE_TROP_LONGUE';
};
const refused = (code: ReportRefusal['code']): ReportRefusal['code'] => code;

export const reportSchema = z.strictObject({
  fiche: z.string().regex(/^[a-z0-9-]{2,120}$/, refused('FICHE_INCONNUE')),
  motif: z.enum(reportReasons, refused('MOTIF_ABSENT')),
  preuve: z
    .url({ protocol: /^https?$/, error: refused('PREUVE_ILLISIBLE') })
    .max(300, refused('PREUVE_TROP_LONGUE'))
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;
