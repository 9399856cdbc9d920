import type { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { ParamRefusal } from './queries.ts';

/** One wrong parameter. */
export type ParamError = { readonly champ: string; readonly code: ParamRefusal };

/** More errors than this help nobody, and a thousand made-up parameters must not make a long answer. */
const mostErrors = 20;

/** Reads a query string by a strict schema of texts: a parameter that is unknown, or given twice, is an error. */
export function readParams<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): Result<z.output<Schema>, ParamError[]> {
  const names = [...new Set(params.keys())];
  const repeated = names.filter((name) => params.getAll(name).length > 1);
  const parsed = schema.safeParse(Object.fromEntries(params));
  const errors = [
    ...repeated.map((name): ParamError => ({ champ: shown(name), code: 'PARAMETRE_REPETE' })),
    ...(parsed.error?.issues ?? []).flatMap((issue): ParamError[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((name) => ({ champ: shown(name), code: 'PARAMETRE_INCONNU' }))
        : [{ champ: issue.path.join('.'), code: issue.message as ParamRefusal }],
    ),
  ];
  return parsed.success && errors.length === 0 ? accept(parsed.data) : refuse(errors.slice(0, mostErrors));
}

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
