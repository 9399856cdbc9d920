import type { z } from 'zod';
import { placeOf } from '#domain/shared/data-file.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type Sentences, sayIssue } from './sentences.ts';

/** One wrong field: where it is (`membres[0].du`), and what to write instead. */
export type InputError = { readonly champ: string; readonly message: string };

/** More would not help anyone, and a hostile body could ask for thousands. */
const mostErrors = 50;

/**
 * The checked input, or every wrong field named in French: by the sentence of its code where the schema gives one, else
 * by ours.
 */
export function parseInput<Schema extends z.ZodType, Refusal extends { readonly code: string }>(
  schema: Schema,
  input: unknown,
  sentences: Sentences<Refusal>,
): Result<z.output<Schema>, InputError[]> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  return parsed.success ? accept(parsed.data) : refuse(inputErrors(parsed.error, sentences));
}

const inputErrors = <Refusal extends { readonly code: string }>(
  { issues }: z.ZodError,
  sentences: Sentences<Refusal>,
): InputError[] =>
  issues
    .flatMap((issue) => {
      // A key that nobody knows is named itself, not the object it stands in.
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      const told = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
      return paths.map((path) => ({ champ: fieldName(path), message: sayIssue(sentences, told) }));
    })
    .slice(0, mostErrors);

/** The whole body, where no field is at fault. */
const fieldName = (path: readonly PropertyKey[]): string => placeOf(path) || 'corps';

function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'Ce champ est inconnu.';
    case 'invalid_value':
      return issue.input === undefined ? missing : `Valeur inconnue. Valeurs possibles : ${issue.values.join(', ')}.`;
    case 'too_big':
      return isCount(issue.origin) ? `${issue.maximum} au plus.` : `${issue.maximum} ${unitOf(issue.origin)} au plus.`;
    case 'too_small':
      return isCount(issue.origin)
        ? `${issue.minimum} au moins.`
        : `${issue.minimum} ${unitOf(issue.origin)} au moins.`;
    case 'invalid_type':
      return issue.input === undefined ? missing : `On attend ici ${expected[issue.expected] ?? 'une autre valeur'}.`;
    default:
      return 'Cette valeur n’est pas comprise.';
  }
}

const missing = 'Ce champ est obligatoire.';

const isCount = (origin: string): boolean => origin === 'number' || origin === 'int';
const unitOf = (origin: string): string => (origin === 'string' ? 'caractères' : 'éléments');

const expected: Record<string, string> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux (true ou false)',
  array: 'une liste',
  object: 'un objet',
  record: 'un objet',
  null: 'null',
};
