import { z } from 'zod';
import { departementCodeSchema, epciCodeSchema, inseeCodeSchema } from './codes.schema.ts';

/** Postcodes in one text, separated by a blank; empty for the five communes that have none. */
const postcodes = z.string().regex(/^(?:\d{5}(?: \d{5})*)?$/);
/** The article that goes with a name, from INSEE's « type de nom en clair »; empty when there is none. */
const article = z.enum(['', 'le', 'la', 'les', 'l’']);
const zone = z.enum(['metropole', 'drom', 'com']);

/** A commune of today: code, name, postcodes, inhabitants (null: not given), EPCI (null: none), centre. */
const communeRow = z.tuple([
  inseeCodeSchema,
  z.string().min(1),
  postcodes,
  z.int().min(0).nullable(),
  epciCodeSchema.nullable(),
  z.number().min(-180).max(180).nullable(),
  z.number().min(-90).max(90).nullable(),
]);

/** A municipal arrondissement of Paris, Lyon or Marseille: code, name, postcodes, inhabitants, commune. */
const arrondissementRow = z.tuple([inseeCodeSchema, z.string().min(1), postcodes, z.int().min(0), inseeCodeSchema]);

export const formerNatures = ['deleguee', 'associee', 'ancienne'] as const;

/** A code that leads to a commune of today: code, name (null: not given), nature, commune of today. */
const formerRow = z.tuple([inseeCodeSchema, z.string().min(1).nullable(), z.enum(formerNatures), inseeCodeSchema]);

/** `data/territory/communes.json`. */
export const communesFileSchema = z.strictObject({
  communes: z.array(communeRow).min(1),
  arrondissements: z.array(arrondissementRow),
  rattachees: z.array(formerRow),
});

/** A row of `data/territory/departements.json`: departments, and overseas collectivities which are none. */
export const departementSchema = z.strictObject({
  code: departementCodeSchema,
  nom: z.string().min(1),
  region: z.string().min(2),
  article,
  zone,
});
export type Departement = z.infer<typeof departementSchema>;

/** A row of `data/territory/regions.json`. A collectivity (`com`) stands for itself: it belongs to no region. */
export const regionSchema = z.strictObject({
  code: z.string().min(2),
  nom: z.string().min(1),
  slug: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  article,
  zone,
});
export type Region = z.infer<typeof regionSchema>;

/** A row of `data/territory/epci.json`: an intercommunal body with its own taxes, by SIREN. */
export const epciSchema = z.strictObject({
  code: epciCodeSchema,
  nom: z.string().min(1),
  type: z.enum(['CC', 'CA', 'CU', 'METRO', 'MET69']),
});
export type Epci = z.infer<typeof epciSchema>;

export const territoryTablesSchema = z.strictObject({
  communes: communesFileSchema,
  departements: z.array(departementSchema).min(1),
  regions: z.array(regionSchema).min(1),
  epci: z.array(epciSchema).min(1),
});
/** All that the generated files of `data/territory/` hold about places. */
export type TerritoryTables = z.infer<typeof territoryTablesSchema>;
