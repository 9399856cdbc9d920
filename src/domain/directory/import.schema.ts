import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { fieldSourceSchema, structureRecordSchema, structureTypes } from './structure.schema.ts';
import { withdrawnSchema } from './withdrawn.schema.ts';

const { shape } = structureRecordSchema;

/** What an edition says of one structure: a field is there only when its source gives it. */
export const importedFieldsSchema = z.strictObject({
  nom: shape.nom,
  adresse: shape.adresse.unwrap().optional(),
  position: shape.position.unwrap().optional(),
  telephone: shape.telephone.unwrap().optional(),
  courriel: shape.courriel.unwrap().optional(),
  site: shape.site.unwrap().optional(),
  horaires: shape.horaires.unwrap().optional(),
  finess: shape.finess.unwrap().optional(),
  territoire: shape.territoire.unwrap().optional(),
  statut: shape.statut,
  confiance: shape.confiance,
  note: shape.note.unwrap().optional(),
});
export type ImportedFields = z.infer<typeof importedFieldsSchema>;

/** A structure as one edition gives it. Its id is that of our own record when it is the same structure. */
export const importedRecordSchema = z.strictObject({
  id: shape.id,
  type: z.enum(structureTypes),
  champs: importedFieldsSchema,
  /** What the source writes word for word, where `champs` says it in readable French. */
  ecrit: z.strictObject({ nom: z.string().min(1), voie: z.string().min(1).optional() }),
});
export type ImportedRecord = z.infer<typeof importedRecordSchema>;

/** `data/imports/<origine>.json`: what one edition of a public list says, generated, never written by hand. */
export const directoryImportSchema = z.strictObject({
  origine: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** Among editions, the higher is the newer: it wins field by field. All come after our own files. */
  rang: z.int().positive(),
  source: fieldSourceSchema.omit({ champ: true }).extend({ licence: z.string().min(1) }),
  /** The day the source was read by us. */
  verifieLe: civilDateSchema,
  fiches: z.array(importedRecordSchema),
  /** Records of older editions that this one proves to be gone. */
  retirees: z.array(withdrawnSchema.omit({ retireeLe: true })),
});
export type DirectoryImport = z.infer<typeof directoryImportSchema>;
