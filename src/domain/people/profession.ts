/** The health professions of the fourth part of the Code de la santé publique, as S0 lists them. */
export const healthProfessions = [
  'medecin-generaliste',
  'autre-medecin',
  'chirurgien-dentiste',
  'sage-femme',
  'pharmacien',
  'biologiste',
  'infirmier',
  'masseur-kinesitherapeute',
  'pedicure-podologue',
  'orthophoniste',
  'orthoptiste',
  'dieteticien',
  'psychomotricien',
  'ergotherapeute',
  'manipulateur-radio',
  'technicien-laboratoire',
  'audioprothesiste',
  'opticien-lunetier',
  'prothesiste-orthesiste',
  'preparateur-pharmacie',
  'physicien-medical',
  'aide-soignant',
  'auxiliaire-puericulture',
  'ambulancier',
  'assistant-dentaire',
] as const;
export type HealthProfession = (typeof healthProfessions)[number];

export const generalPractitioner = 'medecin-generaliste' satisfies HealthProfession;

/** Invited to the meetings (S0), never counted and never paid by the scheme. */
export const partnerProfessions = [
  'psychologue',
  'assistant-social',
  'auxiliaire-de-vie',
  'ssiad',
  'ehpad',
  'aidant',
] as const;
export type PartnerProfession = (typeof partnerProfessions)[number];

export type Profession = HealthProfession | PartnerProfession;

export const isHealthProfession = (profession: Profession): profession is HealthProfession =>
  (healthProfessions as readonly string[]).includes(profession);
