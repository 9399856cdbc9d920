import { z } from 'zod';
import { issueOf } from '#domain/shared/refusal.ts';

export type GlossaryFault = { readonly code: 'TERME_REPETE'; readonly id: string };

/** `data/glossaire.json`: what pages show as the meaning of an acronym or of a term of the trade. */
export const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  terme: z.string().min(2),
  sigle: z.string().min(2).nullable(),
  /** Other acronyms or names met in documents (PPCS for the PPS). */
  alias: z.array(z.string().min(2)),
  definition: z.string().min(10),
});
export type Term = z.infer<typeof termSchema>;

export const glossarySchema = z.array(termSchema).superRefine((terms, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of terms.entries()) {
    if (seen.has(id)) context.addIssue(issueOf<GlossaryFault>({ code: 'TERME_REPETE', id }, [index, 'id']));
    seen.add(id);
  }
});
