import { z } from 'zod';
import { readNationalId } from './national-id.ts';
import { type Declared, type Practice, practiceSchema } from './proven-identity.ts';

const optional = z.string().trim().min(1).max(200).optional().catch(undefined);
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []));

const activity = z.object({
  codeModeExercice: optional,
  codeSecteurDactivite: optional,
  raisonSocialeSite: optional,
  numeroSiretSite: optional,
  numeroFinessSite: optional,
});

const exercise = z.object({
  codeProfession: optional,
  codeCategorieProfessionnelle: optional,
  codeSavoirFaire: optional,
  activities: list(activity),
});

/** A claim that is missing, or is not what it should be, says nothing; it keeps nobody out. */
const pscClaimsSchema = z.object({
  SubjectNameID: optional,
  preferred_username: optional,
  given_name: optional,
  family_name: optional,
  SubjectRefPro: z.object({ exercices: list(exercise) }).catch({ exercices: [] }),
});

export type PscClaims = {
  readonly nationalId: string | null;
  readonly rpps: string | null;
  readonly declared: Declared;
};

const mostKept = 10;

/**
 * What the userinfo of Pro Santé Connect says about a person. No practice (student, employee without one) means no
 * professional fact. The national identifier is never the key: old records have it in `sub`, newer ones do not.
 */
export function readPscClaims(userinfo: unknown): PscClaims {
  const claims = pscClaimsSchema.parse(userinfo);
  const nationalId = claims.SubjectNameID ?? claims.preferred_username ?? null;
  const read = nationalId === null ? null : readNationalId(nationalId);
  return {
    nationalId,
    rpps: read?.kind === 'rpps' ? read.rpps : null,
    declared: {
      prenom: claims.given_name,
      nom: claims.family_name,
      exercices: claims.SubjectRefPro.exercices.slice(0, mostKept).flatMap((one) => practiceOf(one) ?? []),
    },
  };
}

/** Codes longer than any nomenclature’s are no codes: the practice is left out. */
const practiceOf = (one: z.infer<typeof exercise>): Practice | undefined =>
  practiceSchema.safeParse({
    profession: one.codeProfession,
    categorie: one.codeCategorieProfessionnelle,
    savoirFaire: one.codeSavoirFaire,
    lieux: one.activities.slice(0, mostKept).map((place) => ({
      mode: place.codeModeExercice,
      secteur: place.codeSecteurDactivite,
      raisonSociale: place.raisonSocialeSite,
      siret: place.numeroSiretSite,
      finess: place.numeroFinessSite,
    })),
  }).data;
