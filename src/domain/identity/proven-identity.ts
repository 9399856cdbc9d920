import { z } from 'zod';
import { identityProviders } from './provider.ts';

const text = (most: number) => z.string().max(most);

/** One place of one practice, in the codes of the nomenclatures, which are kept as they came. */
const placeSchema = z.object({
  mode: text(20).optional(),
  secteur: text(20).optional(),
  raisonSociale: text(200).optional(),
  siret: text(20).optional(),
  finess: text(20).optional(),
});

export const practiceSchema = z.object({
  profession: text(20).optional(),
  categorie: text(20).optional(),
  savoirFaire: text(20).optional(),
  lieux: z.array(placeSchema),
});
export type Practice = z.infer<typeof practiceSchema>;

/** What the provider said besides who it is: kept for the person to read, never a right by itself. */
export const declaredSchema = z.object({
  prenom: text(200).optional(),
  nom: text(200).optional(),
  /** ProConnect only. Never compared with the address of an account. */
  email: text(254).optional(),
  siret: text(14).optional(),
  /** The service of the employer that ProConnect asked (`idp_id`), and the person’s number there (`uid`). */
  fournisseurIdentite: text(200).optional(),
  numeroAgent: text(200).optional(),
  exercices: z.array(practiceSchema),
});
export type Declared = z.infer<typeof declaredSchema>;

/** Who came back from a provider, every check passed. Issuer and subject alone are the key: they never change hands. */
export const provenIdentitySchema = z.object({
  provider: z.enum(identityProviders),
  issuer: text(500).min(1),
  subject: text(500).min(1),
  nationalId: text(100).nullable(),
  rpps: text(11).nullable(),
  secondFactor: z.boolean(),
  declared: declaredSchema,
});
export type ProvenIdentity = z.infer<typeof provenIdentitySchema>;

/** The name to propose to a new account; empty when the provider gave none. */
export const proposedName = ({ prenom = '', nom = '' }: Declared): string => `${prenom} ${nom}`.trim();
