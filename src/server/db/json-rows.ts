import { type SQL, sql } from 'drizzle-orm';

/** Rows in one statement: large enough to be quick, small enough to be one parameter. */
const chunkSize = 1000;

/** Many values at once travel as one JSON parameter, which SQLite takes apart with `json_each`. */
export function* jsonChunks(rows: readonly unknown[]): Generator<SQL> {
  for (let from = 0; from < rows.length; from += chunkSize)
    yield sql`json_each(${JSON.stringify(rows.slice(from, from + chunkSize))})`;
}
