import { z } from 'zod';

/** A part of a page, from one heading to the next. */
const sectionSchema = z.strictObject({
  /** The `id` of the heading, for a link straight to it. */
  ancre: z.string().min(1).nullable(),
  titre: z.string().nullable(),
  texte: z.string(),
});

/** A content page as the search knows it. */
export const pageDocumentSchema = z.strictObject({
  adresse: z.string().startsWith('/'),
  titre: z.string().min(1),
  sections: z.array(sectionSchema),
});
export type PageDocument = z.infer<typeof pageDocumentSchema>;

/** The file that the build writes and the server loads: `dist/search.json`. */
export const searchFileSchema = z.strictObject({ pages: z.array(pageDocumentSchema) });
