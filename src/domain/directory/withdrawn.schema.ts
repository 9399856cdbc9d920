import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A record that was taken out of the directory: its address goes on answering, and says what replaces it. */
export const withdrawnSchema = z.strictObject({
  id,
  nom: z.string().min(2),
  retireeLe: civilDateSchema,
  /** One French sentence: why it was taken out, from which source. */
  raison: z.string().min(10),
  /** The record to read instead; null when nothing replaces it. */
  remplaceePar: id.nullable(),
});
export type Withdrawn = z.infer<typeof withdrawnSchema>;
