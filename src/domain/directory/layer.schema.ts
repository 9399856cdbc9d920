import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { fieldSourceSchema, structureRecordSchema, structureTypes } from './structure.schema.ts';
import { withdrawnSchema } from './withdrawn.schema.ts';

/**
 * Who says something of a structure, the weakest first: an official list, our own files, the structure itself, an
 * editor who accepted a correction.
 */
export const layerKinds = ['import', 'fichier', 'declaration', 'correction'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** Fields of a record by layer. An absent field says nothing; null says that there is none. */
export const layerFieldsSchema = structureRecordSchema
  .omit({ id: true, type: true, sources: true, verifieLe: true })
  .partial();
export type LayerFields = z.infer<typeof layerFieldsSchema>;

/** What one layer says of one structure: some of its fields with their proof, or that it is no longer to be listed. */
export const layerContentSchema = z.discriminatedUnion('quoi', [
  z.strictObject({
    quoi: z.literal('fiche'),
    type: z.enum(structureTypes).optional(),
    champs: layerFieldsSchema,
    /** As on a record: « tout » proves every field of this layer that has no source of its own. */
    sources: z.array(fieldSourceSchema).min(1),
    verifieLe: civilDateSchema,
  }),
  z.strictObject({ quoi: z.literal('retrait'), ...withdrawnSchema.omit({ id: true }).shape }),
]);
export type LayerContent = z.infer<typeof layerContentSchema>;
export type RecordLayer = Extract<LayerContent, { quoi: 'fiche' }>;

/** One layer of one structure. */
export type Layer = {
  readonly nature: LayerKind;
  /** Among layers of one kind, the higher one wins. */
  readonly rang: number;
  /** The import, the set of files or the correction that it comes from: one layer a structure. */
  readonly origine: string;
  readonly contenu: LayerContent;
};

/** The strongest first: by kind, then by rank; the name of the origin makes the order sure. */
export const strongestFirst = (layers: readonly Layer[]): Layer[] =>
  [...layers].sort(
    (a, b) =>
      layerKinds.indexOf(b.nature) - layerKinds.indexOf(a.nature) ||
      b.rang - a.rang ||
      (a.origine < b.origine ? -1 : a.origine > b.origine ? 1 : 0),
  );
