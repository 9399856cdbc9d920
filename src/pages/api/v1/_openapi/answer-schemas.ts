import { z } from 'zod';
import { freshnesses, structureRecordSchema } from '#domain/directory/structure.schema.ts';
import { criterionKeys } from '#domain/models/criteria.ts';
import { modelSchema } from '#domain/models/model.schema.ts';
import { modelSlugs } from '#domain/models/slugs.ts';
import { sourceSchema } from '#domain/shared/source.schema.ts';

const coded = z.strictObject({ code: z.string(), nom: z.string() });
const point = z.tuple([z.number(), z.number()]);

export const communeSchema = z.strictObject({
  code: z.string(),
  nom: z.string(),
  codesPostaux: z.array(z.string()),
  population: z.int().min(0),
  departement: coded,
  region: coded,
  epci: coded.nullable(),
  centre: point.nullable().describe('[longitude, latitude], WGS84'),
});

export const communesAnswerSchema = z.strictObject({ communes: z.array(communeSchema) });

export const structureSchema = structureRecordSchema.extend({
  telephoneAffiche: z.string().nullable(),
  fraicheur: z.enum(freshnesses),
});

export const structurePageSchema = z.strictObject({
  total: z.int().min(0),
  page: z.int().min(1),
  taille: z.int().min(1).max(200),
  structures: z.array(structureSchema),
});

export const dacAnswerSchema = z.strictObject({
  commune: communeSchema,
  couverture: z.enum(['connue', 'inconnue']),
  dac: z.array(structureSchema),
  preuve: z.string(),
  recours: z.array(
    z.strictObject({
      nom: z.string(),
      telephone: z.string().nullable(),
      site: z.string().nullable(),
      pourquoi: z.string(),
    }),
  ),
});

const { id, type, nom, adresse, telephone, telephoneAffiche, courriel, site, finess, statut, fraicheur, verifieLe } =
  structureSchema.shape;

export const featureCollectionSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.strictObject({ type: z.literal('Point'), coordinates: point }),
      properties: z
        .strictObject({
          ...{
            id,
            type,
            nom,
            adresse,
            telephone,
            telephoneAffiche,
            courriel,
            site,
            finess,
            statut,
            fraicheur,
            verifieLe,
          },
          precision: z.enum(['numero', 'voie', 'commune']),
        })
        .partial(),
    }),
  ),
  sansPosition: z
    .int()
    .min(0)
    .describe('Structures qui répondent aux filtres, mais dont la position n’est pas connue.'),
});

const { sigle, accroche, publics, criteres } = modelSchema.shape;
const slug = z.enum(modelSlugs);

export const modelsAnswerSchema = z.strictObject({
  modeles: z.array(
    z.strictObject({
      slug,
      sigle,
      nom: modelSchema.shape.nom,
      accroche,
      publics,
      verifieLe: modelSchema.shape.verifieLe,
      criteres,
    }),
  ),
  criteres: z.array(z.strictObject({ cle: z.enum(criterionKeys), libelle: z.string(), aide: z.string() })),
  sources: z.array(sourceSchema),
});

export const modelAnswerSchema = z.strictObject({ slug, ...modelSchema.shape, sources: z.array(sourceSchema) });

export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  erreurs: z.array(z.strictObject({ champ: z.string(), message: z.string() })).optional(),
  remplaceePar: z.string().nullable().optional().describe('410 : la fiche à lire à la place, s’il y en a une.'),
});
