import { z } from 'zod';
import { featureProperties, propertiesParameter } from '#domain/directory/feature-properties.ts';
import { structureTypes } from '#domain/directory/structure.schema.ts';
import type { JsonSchema } from './components.ts';

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly style?: 'form';
  readonly explode?: false;
};

/** The query parameters that a strict zod object checks, with what each one means. */
export function queryParameters(schema: z.ZodType, descriptions: Readonly<Record<string, string>> = {}): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const description = descriptions[name];
    return {
      ...asWritten(name, property as JsonSchema),
      required: required.includes(name),
      ...(description && { description }),
    };
  });
}

/** Lists travel as one text with commas: `type=dac,msp`. */
function asWritten(name: string, schema: JsonSchema): Omit<Parameter, 'required'> {
  const base = { name, in: 'query' } as const;
  if (name === 'type') {
    return { ...base, style: 'form', explode: false, schema: { type: 'array', items: { enum: structureTypes } } };
  }
  return schema.type === 'array' ? { ...base, style: 'form', explode: false, schema } : { ...base, schema };
}

export const pathParameter = (name: string, description: string, schema: JsonSchema): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});

/** The properties that a reader of the GeoJSON asks for. */
export const propertiesOfPoints: Parameter = {
  name: propertiesParameter,
  in: 'query',
  required: false,
  style: 'form',
  explode: false,
  description: 'Propriétés de chaque point, séparées par des virgules ; toutes par défaut.',
  schema: { type: 'array', items: { enum: featureProperties } },
};
