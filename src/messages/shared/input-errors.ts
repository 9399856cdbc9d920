import type { z } from 'zod';
import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** One wrong field: where it is (`membres[0].du`), and what to write instead. */
export type InputError = { readonly champ: string; readonly message: string };

/** More would not help anyone, and a hostile body could ask for thousands. */
const mostErrors = 50;

/** The checked input, or every wrong field named in French. Sentences of the schema come first, these are the others. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, InputError[]> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  return parsed.success ? accept(parsed.data) : refuse(inputErrors(parsed.error));
}

const inputErrors = ({ issues }: z.ZodError): InputError[] =>
  issues
    .flatMap((issue) => {
      // A key that nobody knows is named itself, not the object it stands in.
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
      return paths.map((path) => ({ champ: fieldName(path), message }));
    })
    .slice(0, mostErrors);

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '') || 'corps';

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
