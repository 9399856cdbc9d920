/** The criteria of the comparison, in the order in which pages show them. */
export const criterionKeys = [
  'definition',
  'pourQui',
  'minimum',
  'echelle',
  'lieu',
  'actions',
  'prerequis',
  'validation',
  'remuneration',
  'structureJuridique',
  'contrat',
  'delai',
  'systemeInformation',
  'exclusivite',
  'apports',
  'accompagnement',
  'contacts',
  'reperes',
] as const;
export type CriterionKey = (typeof criterionKeys)[number];
