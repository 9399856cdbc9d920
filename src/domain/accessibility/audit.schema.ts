import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { issueOf } from '#domain/shared/refusal.ts';
import { rgaaCriteria } from './rgaa.ts';

/** C: met on every page of the sample; NC: not met on at least one; NA: applies to none of them. */
export const verdicts = ['C', 'NC', 'NA', 'non-evalue'] as const;
export type Verdict = (typeof verdicts)[number];

const address = z.union([z.string().startsWith('/'), z.url({ protocol: /^https?$/ })]);

/** Something that a person may be unable to use, in words that this person understands. */
const barrierSchema = z.strictObject({
  texte: z.string().min(10),
  /** The other way to the same content. */
  alternative: z.string().min(10).nullable(),
});

export type AuditFault =
  | { readonly code: 'NON_CONFORMITE_SANS_EXPLICATION'; readonly critere: string }
  | { readonly code: 'EXPLICATION_SANS_NON_CONFORMITE'; readonly critere: string; readonly verdict: Verdict };

/**
 * The accessibility audit of the site and what the declaration says beside it (`data/accessibilite/audit.json`).
 * The state of conformity is never written here: it is computed (`declaration.ts`).
 */
export const auditSchema = z
  .strictObject({
    referentiel: z.literal('RGAA 4.1.2'),
    /** The last day of the audit; null while there is none. */
    realiseLe: civilDateSchema.nullable(),
    /** « en interne », or « par la société … ». */
    auditeur: z.string().min(3).nullable(),
    /** The pages of the sample. */
    pages: z.array(z.strictObject({ titre: z.string().min(2), adresse: address })),
    /** Browsers with their assistive technologies, with versions. */
    environnement: z.array(z.string().min(3)),
    outils: z.array(z.string().min(3)),
    criteres: z.strictObject(Object.fromEntries(rgaaCriteria.map((number) => [number, z.enum(verdicts)]))),
    nonConformites: z.array(barrierSchema.extend({ criteres: z.array(z.enum(rgaaCriteria)).min(1) })),
    derogations: z.array(barrierSchema.extend({ motif: z.string().min(10) })),
    exemptions: z.array(barrierSchema),
    /** Addresses of the documents, null while they do not exist. */
    schemaPluriannuel: address.nullable(),
    planAction: address.nullable(),
    etablieLe: civilDateSchema,
    miseAJourLe: civilDateSchema.nullable(),
  })
  .superRefine(({ criteres, nonConformites }, context) => {
    const fault = (given: AuditFault, ...path: string[]) => context.addIssue(issueOf(given, path));
    const explained = new Set(nonConformites.flatMap((one) => one.criteres));
    for (const [number, verdict] of Object.entries(criteres)) {
      if (verdict === 'NC' && !explained.has(number))
        fault({ code: 'NON_CONFORMITE_SANS_EXPLICATION', critere: number }, 'nonConformites');
      if (verdict !== 'NC' && explained.has(number))
        fault({ code: 'EXPLICATION_SANS_NON_CONFORMITE', critere: number, verdict }, 'criteres', number);
    }
  });
export type Audit = z.infer<typeof auditSchema>;
