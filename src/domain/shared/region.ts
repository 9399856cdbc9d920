/** The 18 regions of France, as content, data and addresses name them. */
export const regionSlugs = [
  'auvergne-rhone-alpes',
  'bourgogne-franche-comte',
  'bretagne',
  'centre-val-de-loire',
  'corse',
  'grand-est',
  'guadeloupe',
  'guyane',
  'hauts-de-france',
  'ile-de-france',
  'la-reunion',
  'martinique',
  'mayotte',
  'normandie',
  'nouvelle-aquitaine',
  'occitanie',
  'pays-de-la-loire',
  'provence-alpes-cote-d-azur',
] as const;
export type RegionSlug = (typeof regionSlugs)[number];
