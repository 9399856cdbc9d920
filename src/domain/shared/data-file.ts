import type { z } from 'zod';

/** An issue of a schema, as far as a fault of a data file tells it. */
export type DataIssue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly params?: unknown;
};

/** A data file that is not as its schema says: the site must be neither built nor started with it. */
export class DataFileError extends Error {
  readonly file: string;
  readonly issues: readonly DataIssue[];

  constructor(file: string, issues: readonly DataIssue[]) {
    const lines = issues.map(
      ({ path, message, params }) => `${placeOf(path)}: ${message} ${JSON.stringify(params) ?? ''}`,
    );
    super([file, ...lines].join('\n'));
    this.file = file;
    this.issues = issues;
  }
}

/** `periodes[0].du` */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');

/**
 * The content of a data file, checked.
 * @throws DataFileError with each fault and its place.
 */
export function readData<Schema extends z.ZodType>(schema: Schema, data: unknown, file: string): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new DataFileError(file, parsed.error.issues);
  return parsed.data;
}
