/** The database stayed locked by someone else for longer than we accept to wait. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** By its name: built pages carry a copy of this class, and the queue runs outside of them. */
export const isDatabaseBusy = (error: unknown): boolean => error instanceof Error && error.name === 'DatabaseBusyError';

/** How much this process writes, since it began. */
export type WriteLoad = {
  /** Writes asked for and not ended, the one under way included. */
  readonly waiting: number;
  /** Writes that ended, well or not. */
  readonly ended: number;
  /** The longest that a write has waited for its turn, in milliseconds; those that still wait count. */
  readonly longestWaitMs: number;
};

export type WriteQueue = {
  /** Runs the writes one after the other, in the order of arrival. */
  run<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves when every write asked for so far has ended, well or not. */
  idle(): Promise<void>;
  load(): WriteLoad;
};

/**
 * One queue for every write of the process. Two open transactions on one libSQL client lock each other out,
 * and a client that once met SQLITE_BUSY refuses its later transactions until it reconnects
 * (tursodatabase/libsql-client-ts#352): hence one writer at a time, a reconnection after BUSY, and a new try.
 * The wait between two tries leaves the event loop free, which SQLite's own busy timeout does not.
 */
export function createWriteQueue(
  reconnect: () => Promise<void> | void,
  patience: { readonly giveUpAfterMs: number; readonly firstWaitMs: number },
  /** Milliseconds of a clock that never goes back. */
  clock: () => number = () => performance.now(),
): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  let ended = 0;
  let longestWaitMs = 0;
  let waiting = 0;
  /** The writes that have not had their turn, the oldest first. */
  const queued = new Set<{ readonly askedAt: number }>();

  const untilFree = async <T>(write: () => Promise<T>): Promise<T> => {
    const deadline = performance.now() + patience.giveUpAfterMs;
    for (let wait = patience.firstWaitMs; ; wait = Math.min(wait * 2, 250)) {
      try {
        return await write();
      } catch (error) {
        if (!isBusy(error)) throw error;
        await reconnect();
        if (performance.now() + wait > deadline) {
          throw new DatabaseBusyError('The database is locked by another program.', { cause: error });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

  return {
    run(write) {
      const turn = { askedAt: clock() };
      queued.add(turn);
      waiting += 1;
      const result = last.then(() => {
        queued.delete(turn);
        longestWaitMs = Math.max(longestWaitMs, clock() - turn.askedAt);
        return untilFree(write);
      });
      last = result
        .catch(() => undefined)
        .then(() => {
          waiting -= 1;
          ended += 1;
        });
      return result;
    },
    idle: () => last.then(() => undefined),
    load() {
      const [oldest] = queued;
      return { waiting, ended, longestWaitMs: Math.max(longestWaitMs, oldest ? clock() - oldest.askedAt : 0) };
    },
  };
}

/**
 * True for SQLITE_BUSY and its variants, however deep drizzle wrapped them, and for a transaction that a libSQL server
 * took back, with all that it had written, because another process had waited five seconds for its place.
 */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    code.startsWith('SQLITE_BUSY') ||
    code === 'TRANSACTION_TIMEOUT' ||
    /database is locked/i.test(error.message) ||
    isBusy(error.cause)
  );
}
