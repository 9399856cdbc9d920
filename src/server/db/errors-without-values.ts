import { DrizzleQueryError } from 'drizzle-orm';
import { SQLitePreparedQuery } from 'drizzle-orm/sqlite-core';

/**
 * A query that fails is told with its SQL and never with its values, which are people’s names, addresses and hashes:
 * drizzle writes them into the message of its error, and the message ends in the log. Importing this file is enough.
 */
type Query = (queryString: string, params: unknown[], query: () => Promise<unknown>) => Promise<unknown>;
const prepared = SQLitePreparedQuery.prototype as unknown as { queryWithCache: Query };
const { queryWithCache } = prepared;

prepared.queryWithCache = async function (this: unknown, ...args) {
  try {
    return await queryWithCache.apply(this, args);
  } catch (error) {
    throw error instanceof DrizzleQueryError
      ? new Error(`Failed query: ${error.query}`, { cause: error.cause })
      : error;
  }
};
