import { z } from 'zod';
import { civilDateSchema } from './civil-date.ts';
import { issueOf } from './refusal.ts';

export type SourceFault =
  | { readonly code: 'NOM_DE_SOURCE_ILLISIBLE' }
  | { readonly code: 'SOURCE_REPETEE'; readonly id: string }
  /** A fact cites a source that the list does not hold. */
  | { readonly code: 'SOURCE_ABSENTE'; readonly source: string };

/** S0 to S4 are the five documents the portal started from; any other source is kebab-case. */
export const sourceIdSchema = z
  .string()
  .regex(/^(?:S[0-4]|[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'NOM_DE_SOURCE_ILLISIBLE' satisfies SourceFault['code']);

/** A page, an article of law or a document that a printed fact comes from. */
export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  /** The title as a reader would recognise it, never a file name. */
  titre: z.string().min(5),
  editeur: z.string().min(2),
  /** Null when no address of the page is known. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** The source's own date as it gives it (« 10 janvier 2024 »), null when it gives none. */
  date: z.string().min(4).nullable(),
  /** The day we read it. */
  luLe: civilDateSchema,
});
export type Source = z.infer<typeof sourceSchema>;

export const sourcesSchema = z.array(sourceSchema).superRefine((sources, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of sources.entries()) {
    if (seen.has(id)) context.addIssue(issueOf<SourceFault>({ code: 'SOURCE_REPETEE', id }, [index, 'id']));
    seen.add(id);
  }
});
