import { z } from 'zod';
import { evaluationSchema } from '#domain/indemnities/evaluation.schema.ts';
import { orientationBodySchema } from '#domain/orientation/answers.schema.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { simulationSchema } from '#domain/simulator/simulation.schema.ts';
import { evaluationAnswerSchema, simulationAnswerSchema } from '../indemnites/_answer.schema.ts';
import * as answers from './answer-schemas.ts';
import { orientationAnswerSchema } from './orientation-schema.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The name under which a path refers to a schema. */
export type ComponentName =
  | keyof typeof answerSchemas
  | 'OrientationDemande'
  | 'EvaluationDemande'
  | 'SimulationDemande';

const answerSchemas = {
  Commune: answers.communeSchema,
  Communes: answers.communesAnswerSchema,
  Structure: answers.structureSchema,
  Structures: answers.structurePageSchema,
  StructuresGeoJson: answers.featureCollectionSchema,
  Dac: answers.dacAnswerSchema,
  Modeles: answers.modelsAnswerSchema,
  Modele: answers.modelAnswerSchema,
  Orientation: orientationAnswerSchema,
  Evaluation: evaluationAnswerSchema,
  Simulation: simulationAnswerSchema,
  Erreur: answers.problemSchema,
};

/** Every schema of the API as JSON Schema, from the zod schemas that check what comes in and what the tests get out. */
export function componentSchemas(rules: Rules): Record<string, JsonSchema> {
  const requests = {
    OrientationDemande: orientationBodySchema(rules),
    EvaluationDemande: evaluationSchema,
    SimulationDemande: simulationSchema,
  };
  return { ...jsonSchemas(answerSchemas, 'output'), ...jsonSchemas(requests, 'input') };
}

function jsonSchemas(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const written = z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(written.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema as JsonSchema]),
  );
}
