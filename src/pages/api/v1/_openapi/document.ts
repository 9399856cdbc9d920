import { searchCriteriaSchema } from '#domain/directory/search-criteria.schema.ts';
import { modelSlugs } from '#domain/models/slugs.ts';
import { answersSchema } from '#domain/orientation/answers.schema.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { communesQuery, dacQuery } from '#server/api/queries.ts';
import { type ComponentName, componentSchemas } from './components.ts';
import { communesParameters, dacParameters, filterParameters } from './parameter-words.ts';
import { type Parameter, pathParameter, propertiesOfPoints, queryParameters } from './parameters.ts';

/** The description of the API (OpenAPI 3.1): addresses by hand, every parameter and every field from zod. */
export const openApiDocument = (siteUrl: string, rules: Rules) => ({
  openapi: '3.1.0',
  info: {
    title: 'API de Coordonnées',
    version: '1',
    description:
      'Les informations et les calculs du portail de l’exercice coordonné en santé. Sans clé, sans cookie, ouverte à ' +
      'tous les sites. Positions en WGS84, sommes en centimes, dates AAAA-MM-JJ. Un paramètre inconnu est une erreur.',
  },
  servers: [{ url: siteUrl }],
  paths: pathsOf(rules),
  components: { schemas: componentSchemas(rules) },
});

function pathsOf(rules: Rules) {
  const filters = queryParameters(searchCriteriaSchema, filterParameters);
  const exportFilters = filters.filter(({ name }) => name !== 'page' && name !== 'taille');
  return {
    '/api/v1/communes': read(
      'communes',
      'Trouver une commune',
      'Communes',
      queryParameters(communesQuery, communesParameters),
    ),
    '/api/v1/dac': read(
      'dac',
      'Le DAC d’une commune, et la preuve',
      'Dac',
      queryParameters(dacQuery, dacParameters),
      [404],
    ),
    '/api/v1/structures': read('structures', 'L’annuaire, page par page', 'Structures', filters),
    '/api/v1/structures.geojson': readAs(
      'structuresGeoJson',
      'L’annuaire pour une carte : les structures dont la position est connue',
      { 'application/geo+json': { schema: reference('StructuresGeoJson') } },
      [...exportFilters, propertiesOfPoints],
    ),
    '/api/v1/structures.csv': readAs(
      'structuresCsv',
      'L’annuaire pour un tableur : UTF-8, virgules, une ligne de titres',
      { 'text/csv': { schema: { type: 'string' } } },
      exportFilters,
    ),
    '/api/v1/structures/{id}': read(
      'structure',
      'Une structure',
      'Structure',
      [pathParameter('id', 'Identifiant de la structure.', { type: 'string' })],
      [404, 410],
    ),
    '/api/v1/modeles': read('modeles', 'Le tableau comparatif des modèles', 'Modeles', []),
    '/api/v1/modeles/{slug}': read(
      'modele',
      'Un modèle, avec ses sources',
      'Modele',
      [pathParameter('slug', 'Nom du modèle.', { enum: modelSlugs })],
      [404],
    ),
    '/api/v1/orientation': {
      ...read('orientation', 'Les modèles possibles, par adresse', 'Orientation', [
        ...queryParameters(answersSchema(rules)),
        linkVersion,
      ]),
      ...post('orienter', 'Les modèles possibles', 'OrientationDemande', 'Orientation'),
    },
    '/api/v1/indemnites/evaluation': post(
      'evaluation',
      'Ce que vaut une action déclarée ; rien n’est gardé',
      'EvaluationDemande',
      'Evaluation',
    ),
    '/api/v1/indemnites/simulation': post(
      'simulation',
      'Une année d’actions prévues ; rien n’est gardé',
      'SimulationDemande',
      'Simulation',
    ),
    '/api/v1/openapi.json': readAs(
      'openapi',
      'Ce document',
      { 'application/json': { schema: { type: 'object' } } },
      [],
    ),
  };
}

/** Written in the links of the result page; the answer is always that of the rules in force. */
const linkVersion: Parameter = {
  name: 'version',
  in: 'query',
  required: false,
  description: 'Version des règles au moment où le lien a été fait.',
  schema: { type: 'string' },
};

const errors = {
  400: 'Demande à corriger',
  404: 'Introuvable',
  410: 'Fiche retirée, avec ce qui la remplace',
  413: 'Corps de plus de 256 Ko',
  415: 'Type de contenu non pris en charge',
  429: 'Trop de demandes : attendez le délai de Retry-After',
} as const;
type ErrorStatus = keyof typeof errors;

const reference = (name: ComponentName) => ({ $ref: `#/components/schemas/${name}` });

const read = (id: string, summary: string, answer: ComponentName, parameters: Parameter[], also: ErrorStatus[] = []) =>
  readAs(id, summary, { 'application/json': { schema: reference(answer) } }, parameters, also);

function readAs(
  operationId: string,
  summary: string,
  content: object,
  parameters: Parameter[],
  also: ErrorStatus[] = [],
) {
  const responses = {
    200: { description: summary, content },
    304: { description: 'Inchangé' },
    ...failures([400, ...also, 429]),
  };
  return { get: { operationId, summary, parameters, responses } };
}

function post(operationId: string, summary: string, request: ComponentName, answer: ComponentName) {
  const content = { 'application/json': { schema: reference(answer) } };
  return {
    post: {
      operationId,
      summary,
      requestBody: { required: true, content: { 'application/json': { schema: reference(request) } } },
      responses: { 200: { description: summary, content }, ...failures([400, 413, 415, 429]) },
    },
  };
}

const failures = (statuses: readonly ErrorStatus[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: errors[status], content: { 'application/problem+json': { schema: reference('Erreur') } } },
    ]),
  );
