import type { z } from 'zod';
import {
  defaultPage,
  largestPage,
  longestRadius,
  type searchCriteriaSchema,
} from '#domain/directory/search-criteria.schema.ts';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import type { communesQuery, dacQuery } from '#server/api/queries.ts';

type Descriptions<Schema extends z.ZodType> = Readonly<Record<keyof z.input<Schema>, string>>;

/** What each parameter means, for programmers. */
export const communesParameters: Descriptions<typeof communesQuery> = {
  q: 'Nom, code postal (ou son début) ou code INSEE. Une faute de frappe est pardonnée.',
  limite: 'Nombre de communes au plus, de 1 à 20 (8 par défaut).',
};

export const dacParameters: Descriptions<typeof dacQuery> = {
  commune: 'Code INSEE de la commune, ou d’un arrondissement de Paris, Lyon ou Marseille.',
};

export const filterParameters: Descriptions<typeof searchCriteriaSchema> = {
  type: `Types séparés par des virgules, parmi : ${structureTypes.join(', ')}.`,
  departement: 'Code du département du siège ou du territoire.',
  region: 'Code INSEE de la région, ou son nom en minuscules, sans accent et avec des tirets.',
  epci: 'Numéro SIREN de l’intercommunalité.',
  commune: 'Code INSEE de la commune du siège, ou d’une commune couverte.',
  q: 'Mots du nom.',
  bbox: 'Rectangle ouest,sud,est,nord en degrés (WGS84).',
  autour: 'Point longitude,latitude en degrés (WGS84), avec « rayon » : les plus proches d’abord.',
  rayon: `Rayon autour du point, en kilomètres, jusqu’à ${longestRadius}. Va avec « autour ».`,
  page: 'Numéro de page, à partir de 1.',
  taille: `Nombre de structures par page, de 1 à ${largestPage} (${defaultPage} par défaut).`,
};
