import type { FormRules, ValuesOf } from '#domain/form/described-form.ts';

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

/** What is asked of a reader; the words are in `messages/directory/reports.ts`. */
export const reportRules = {
  motif: { type: 'choix', obligatoire: true, options: reportReasons },
  preuve: { type: 'texte', obligatoire: false, max: 300, format: 'adresse-web' },
} as const satisfies FormRules;

export type Report = ValuesOf<typeof reportRules> & {
  /** The record that it is about. */
  readonly fiche: string;
};
