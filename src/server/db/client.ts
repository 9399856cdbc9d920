import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import * as schema from './schema/directory.ts';
import './errors-without-values.ts';
import { createWriteQueue, isDatabaseBusy, type WriteLoad } from './write-queue.ts';

type Schema = typeof schema;
export type Reader = LibSQLDatabase<Schema>;
export type Writer = Parameters<Parameters<Reader['transaction']>[0]>[0];

export type Database = {
  /** For reads only: a write here would not wait for its turn. */
  readonly db: Reader;
  /** The client of `db`, for SQL that drizzle cannot say; reads only. */
  readonly client: Client;
  /**
   * Runs `work` in one write transaction, after every write asked for before it. `work` awaits nothing but SQL,
   * and may run twice when another program held the lock.
   * @throws DatabaseBusyError when another program keeps the database locked.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** True when the database answers and carries every table. */
  isReady(): Promise<boolean>;
  /** How much this process writes. */
  writeLoad(): WriteLoad;
  /** Waits for the writes under way, then closes. */
  close(): Promise<void>;
};

/** What a verb needs that only reads. */
export type ReadNeeds = { readonly database: Pick<Database, 'db'> };

/** Short, because SQLite waits without giving the event loop back; the queue waits longer, and leaves it free. */
const busyTimeoutMs = 50;
const patience = { giveUpAfterMs: 10_000, firstWaitMs: 20 };

/** Opens the database at a libSQL address (`file:…`, `http://…`), in WAL mode and migrated. */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('file:')) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true });
  const client = createClient({ url, timeout: busyTimeoutMs });
  // A second client for writes: it can reconnect after BUSY without cutting a read.
  const writeClient = createClient({ url, timeout: busyTimeoutMs, concurrency: 1 });
  const queue = createWriteQueue(() => writeClient.reconnect(), patience);
  const db = drizzle(client, { schema, casing: 'snake_case' });
  const writer = drizzle(writeClient, { schema, casing: 'snake_case' });

  // WAL is a property of the file and stays; synchronous=FULL is SQLite's default and is kept.
  if (url.startsWith('file:')) await queue.run(() => writeClient.execute('pragma journal_mode = wal'));
  const bringUpToDate = () => queue.run(() => migrate(writer, { migrationsFolder }));
  // A migration is written whole or not at all: of two processes that begin together, the second one looks again.
  await bringUpToDate().catch((error) => {
    if (isDatabaseBusy(error)) throw error;
    return bringUpToDate();
  });

  return {
    db,
    client,
    write: (work) => queue.run(() => transaction(writer, work)),
    isReady: () =>
      client.execute('select count(*) from meta').then(
        () => true,
        () => false,
      ),
    writeLoad: () => queue.load(),
    async close() {
      await queue.idle();
      writeClient.close();
      client.close();
    },
  };
}

/**
 * drizzle rolls a failed transaction back; where the server of the database has already done so, that fails in its turn
 * and hides why: the first error is the one that is thrown.
 */
async function transaction<T>(writer: Reader, work: (tx: Writer) => Promise<T>): Promise<T> {
  let reason: unknown;
  try {
    return await writer.transaction(async (tx) => {
      try {
        return await work(tx);
      } catch (error) {
        reason = error;
        throw error;
      }
    });
  } catch (error) {
    throw reason ?? error;
  }
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
