import type { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type FieldError, problem } from './problem.ts';

/** More errors than this help nobody, and a thousand made-up parameters must not make a long answer. */
const mostErrors = 20;

/** Reads a query string by a strict schema of texts: a parameter that is unknown, or given twice, is an error. */
export function readParams<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): Result<z.output<Schema>, FieldError[]> {
  const names = [...new Set(params.keys())];
  const repeated = names.filter((name) => params.getAll(name).length > 1);
  const parsed = schema.safeParse(Object.fromEntries(params));
  const errors = [
    ...repeated.map((name) => ({ champ: shown(name), message: 'Ce paramètre est donné plusieurs fois.' })),
    ...(parsed.error?.issues ?? []).flatMap((issue): FieldError[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((name) => ({ champ: shown(name), message: 'Ce paramètre n’existe pas.' }))
        : [{ champ: issue.path.join('.'), message: issue.message }],
    ),
  ];
  return parsed.success && errors.length === 0 ? accept(parsed.data) : refuse(errors.slice(0, mostErrors));
}

/** 400, naming every parameter to correct. */
export const badParams = (errors: readonly FieldError[]): Response =>
  problem(400, 'Paramètres à corriger', 'Un paramètre au moins est à corriger : voyez chacun.', errors);

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
