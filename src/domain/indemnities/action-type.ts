/** The seven kinds of action that a plan may pay (S0). */
export const paidActionTypes = [
  'pps',
  'rcp-avec-patient',
  'rcp-sans-patient',
  'staff',
  'protocole-simple',
  'protocole-complexe',
  'redaction-projet',
] as const;
export type PaidActionType = (typeof paidActionTypes)[number];

/** What a team may also do, paid in other frameworks (S0: « Autres modalités de travail pluri-professionnel »). */
export const otherActionTypes = ['prevention', 'etp', 'recherche', 'protocole-national', 'formation', 'autre'] as const;

export const isPaidActionType = (type: string): type is PaidActionType =>
  (paidActionTypes as readonly string[]).includes(type);
