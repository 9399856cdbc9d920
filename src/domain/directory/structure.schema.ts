import { z } from 'zod';
import { civilDateSchema } from '#domain/shared/civil-date.ts';
import { departementCodeSchema, epciCodeSchema, inseeCodeSchema } from '#domain/territory/codes.schema.ts';
import { isSourceDate } from './source-date.ts';

export const structureTypes = [
  'dac',
  'cpts',
  'msp',
  'cds',
  'esp',
  'esp-clap',
  'ess',
  'asalee',
  'clic',
  'repit',
  'mdph',
  'federation',
  'urps',
  'ars',
  'association',
] as const;
export type StructureType = (typeof structureTypes)[number];

export const structureStatuses = ['en-fonctionnement', 'en-projet', 'inconnu'] as const;

export const addressSchema = z.strictObject({
  voie: z.string().min(1).nullable(),
  codePostal: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  commune: z.string().min(1),
  codeInsee: inseeCodeSchema.nullable(),
});

export const positionSchema = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  precision: z.enum(['numero', 'voie', 'commune']),
});

/** Where a structure acts, by codes: a union of departments, EPCI and communes. Never a drawing. */
export const territorySchema = z.strictObject({
  mots: z.string().min(1),
  departements: z.array(departementCodeSchema),
  epci: z.array(epciCodeSchema),
  communes: z.array(inseeCodeSchema),
  /** Departments covered in part, whose commune list no source gives. */
  departementsEnPartie: z.array(departementCodeSchema),
});

export type StructureFault = { readonly code: 'DATE_DE_SOURCE_ILLISIBLE' };

export const fieldSourceSchema = z.strictObject({
  /** « tout », or the field that this source proves: « telephone », « territoire »… */
  champ: z.string().min(1),
  titre: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** The source's own date as it gives it (« 2023 », « 13 avril 2021 », « sans date »): freshness is read from it. */
  date: z.string().refine(isSourceDate, 'DATE_DE_SOURCE_ILLISIBLE' satisfies StructureFault['code']),
});

/** A record of the directory as it is written in `data/directory/*.json`. */
export const structureRecordSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  type: z.enum(structureTypes),
  nom: z.string().min(2),
  adresse: addressSchema.nullable(),
  position: positionSchema.nullable(),
  /** E.164. Overseas numbers have their own country code (+262, +590…). */
  telephone: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable(),
  courriel: z.email().nullable(),
  site: z.url({ protocol: /^https?$/ }).nullable(),
  horaires: z.string().min(1).nullable(),
  finess: z
    .string()
    .regex(/^[0-9AB]{9}$/)
    .nullable(),
  territoire: territorySchema.nullable(),
  /** Other records that a source says to cover some of the same communes; without it, an overlap is an error. */
  chevauche: z.array(z.string()).optional(),
  statut: z.enum(structureStatuses),
  confiance: z.enum(['haute', 'moyenne', 'basse']),
  /** What a reader must know before trusting the record, in plain French. */
  note: z.string().min(1).nullable(),
  sources: z.array(fieldSourceSchema).min(1),
  /** The day the source was read by us. */
  verifieLe: civilDateSchema,
});
export type StructureRecord = z.infer<typeof structureRecordSchema>;

export const freshnesses = ['a-jour', 'a-verifier', 'ancienne'] as const;
export type Freshness = (typeof freshnesses)[number];

/** `Structure` of the public API (`/api/v1/structures`), and all that a page knows of a structure. */
export type Structure = StructureRecord & {
  /** The number as people read it in France, « 03 25 40 80 83 », or null. */
  readonly telephoneAffiche: string | null;
  readonly fraicheur: Freshness;
};
