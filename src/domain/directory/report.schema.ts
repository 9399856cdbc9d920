import { z } from 'zod';

/** What may be wrong with a record: closed choices, so that no story and no name can be typed. */
export const reportReasons = {
  'numero-ne-repond-pas': 'Le numéro ne répond pas',
  'numero-faux': 'Le numéro est faux, ou n’est pas celui de cette structure',
  'adresse-fausse': 'L’adresse est fausse',
  'territoire-faux': 'Ma commune ne dépend pas de cette structure',
  'structure-fermee': 'La structure n’existe plus',
  'autre-information': 'Une autre information est fausse ou manque',
} as const;
export type ReportReason = keyof typeof reportReasons;

export const reportSchema = z.strictObject({
  fiche: z.string().regex(/^[a-z0-9-]{2,120}$/, 'Cette fiche n’existe pas.'),
  motif: z.enum(Object.keys(reportReasons) as [ReportReason, ...ReportReason[]], 'Choisissez ce qui est à corriger.'),
  preuve: z
    .url({
      protocol: /^https?$/,
      error: 'Écrivez l’adresse entière de la page, par exemple https://www.exemple.fr/contact.',
    })
    .max(300, 'Cette adresse est trop longue (300 signes au plus).')
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;
