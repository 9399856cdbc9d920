import { type DailyJob, dailyJobs } from '#domain/site/daily-job.ts';
import type { Database } from '../db/client.ts';
import { runs } from './daily-jobs.ts';
import { beginJob, endJob, type JobEnd } from './job-store.ts';

export type JobRunner = {
  /** Does the jobs that are due, one after the other; a call during another joins it. */
  runDue(): Promise<void>;
  /** Does what is due now, then looks again at this interval. */
  start(everyMs: number): void;
  /** Begins no other job, and waits for the one under way, no longer than the grace. */
  stop(graceMs: number): Promise<void>;
};

type RunnerNeeds = {
  readonly database: Database;
  readonly now: () => Date;
  /** Hears how each run ended. */
  readonly tell: (job: DailyJob, end: JobEnd) => void;
  readonly jobs?: typeof runs;
};

/**
 * Does the daily jobs while the site serves: none is waited for by a visitor. One that fails is told and tried again
 * an hour later; the others go on. With several processes on one database, each job is done by one of them.
 */
export function createJobRunner({ database, now, tell, jobs = runs }: RunnerNeeds): JobRunner {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | null = null;

  const runOne = async (job: DailyJob): Promise<void> => {
    const begun = now();
    let failure: string | null = null;
    let hasBegun = false;
    try {
      hasBegun = await beginJob(database, job, begun);
      if (hasBegun) await jobs[job]({ database, now: begun });
    } catch (error) {
      failure = reasonOf(error);
    }
    if (!hasBegun && failure === null) return;
    const end = { begun, ended: now(), failure };
    tell(job, end);
    // A database that cannot be written to was told already; the job is due again in an hour.
    if (hasBegun) await endJob(database, job, end).catch(() => undefined);
  };

  const runAll = async (): Promise<void> => {
    for (const job of dailyJobs) if (!stopped) await runOne(job);
  };

  const runDue = () => {
    round ??= runAll().finally(() => {
      round = null;
    });
    return round;
  };

  return {
    runDue,
    start(everyMs) {
      void runDue();
      timer = setInterval(() => void runDue(), everyMs).unref();
    },
    async stop(graceMs) {
      stopped = true;
      clearInterval(timer);
      let grace: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        grace = setTimeout(resolve, graceMs);
      });
      await Promise.race([round ?? undefined, patience]);
      clearTimeout(grace);
    },
  };
}

const longestReason = 300;

/** What went wrong underneath, on one line: a query is told by what the database said of it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, longestReason);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return `${error.name} : ${error.message}`.replace(/\s+/g, ' ').slice(0, longestReason);
}
