import { z } from 'zod';
import { issueOf } from '#domain/shared/refusal.ts';
import { provenance } from './fact.schema.ts';
import { scopeSchema } from './scope.ts';

/** Where one professional may already work: a health centre counts as two, by its number of professions. */
export const practiceSlugs = [
  'esp-clap',
  'esp',
  'asalee',
  'msp',
  'cds-pluri',
  'cds-mono',
  'cpts',
  'ess',
  'dac',
] as const;
export type Practice = (typeof practiceSlugs)[number];

/** `complementaires`: the two work side by side; nobody is said to belong to both. `appui`: one helps the other. */
export const compatibilityAnswers = ['oui', 'non', 'oui-sous-condition', 'complementaires', 'appui'] as const;
export type Answer = (typeof compatibilityAnswers)[number];

const compatibilitySchema = z.strictObject({
  un: z.enum(practiceSlugs),
  /** Each of these, taken with `un`; the order of a pair never matters. */
  avec: z.array(z.enum(practiceSlugs)).min(1),
  reponse: z.enum(compatibilityAnswers),
  phrase: z.string().min(10),
  portee: scopeSchema,
  ...provenance,
});
export type Compatibility = z.infer<typeof compatibilitySchema>;

export type CompatibilityFault = { readonly code: 'COUPLE_REPETE'; readonly un: Practice; readonly autre: Practice };

/** `data/compatibilites.json`: each pair is stated at most once; a pair not stated is not known. */
export const compatibilitiesSchema = z.array(compatibilitySchema).superRefine((rules, context) => {
  const stated = new Set<string>();
  for (const [rule, { un, avec }] of rules.entries()) {
    for (const [index, other] of avec.entries()) {
      const key = pairKey(un, other);
      if (stated.has(key))
        context.addIssue(
          issueOf<CompatibilityFault>({ code: 'COUPLE_REPETE', un, autre: other }, [rule, 'avec', index]),
        );
      stated.add(key);
    }
  }
});

/** What the sources say of one professional in both, or null: « Non précisé dans nos sources ». Symmetric. */
export const compatibilityOf = (
  rules: readonly Compatibility[],
  one: Practice,
  other: Practice,
): Compatibility | null =>
  rules.find(({ un, avec }) => avec.some((practice) => pairKey(un, practice) === pairKey(one, other))) ?? null;

export type CompatibilityRow = {
  readonly exercice: Practice;
  readonly cellules: readonly { readonly avec: Practice; readonly regle: Compatibility | null }[];
};

/** The square matrix over these practices, in the order given. */
export const compatibilityMatrix = (
  rules: readonly Compatibility[],
  shown: readonly Practice[] = practiceSlugs,
): CompatibilityRow[] =>
  shown.map((exercice) => ({
    exercice,
    cellules: shown.map((avec) => ({ avec, regle: compatibilityOf(rules, exercice, avec) })),
  }));

const pairKey = (one: Practice, other: Practice): string => [one, other].sort().join('+');
