import { and, eq } from 'drizzle-orm';
import { type DailyJob, dailyJobs, isDue, untilNextDay, untilTriedAgain } from '#domain/site/daily-job.ts';
import type { Database, Reader, ReadNeeds, Writer } from '../db/client.ts';
import { travailQuotidien } from '../db/schema/jobs.ts';

export type JobRow = typeof travailQuotidien.$inferSelect;

const rowOf = async (db: Pick<Reader | Writer, 'select'>, job: DailyJob): Promise<JobRow | null> =>
  (await db.select().from(travailQuotidien).where(eq(travailQuotidien.nom, job)).limit(1))[0] ?? null;

/** Begins a job in the name of this process, when it is due and no other has begun it; false otherwise. */
export async function beginJob(database: Database, job: DailyJob, now: Date): Promise<boolean> {
  // A read first: what is not due must not take the write lock at each look.
  if (!isDue(await rowOf(database.db, job), now)) return false;
  return database.write(async (tx) => {
    if (!isDue(await rowOf(tx, job), now)) return false;
    const begun = { commenceLe: now.toISOString(), prochainLe: untilTriedAgain(now).toISOString() };
    await tx
      .insert(travailQuotidien)
      .values({ nom: job, ...begun })
      .onConflictDoUpdate({ target: travailQuotidien.nom, set: begun });
    return true;
  });
}

/** How a run ended. `failure`: why it failed, or null. */
export type JobEnd = { readonly begun: Date; readonly ended: Date; readonly failure: string | null };

/** Writes down how a run ended; without effect when it took so long that another process began the job again. */
export const endJob = (database: Database, job: DailyJob, { begun, ended, failure }: JobEnd): Promise<unknown> =>
  database.write((tx) =>
    tx
      .update(travailQuotidien)
      .set({
        finiLe: ended.toISOString(),
        dureeMs: ended.getTime() - begun.getTime(),
        echec: failure,
        ...(failure === null && {
          reussiLe: ended.toISOString(),
          prochainLe: untilNextDay(begun).toISOString(),
        }),
      })
      .where(and(eq(travailQuotidien.nom, job), eq(travailQuotidien.commenceLe, begun.toISOString()))),
  );

/** Every daily job and its last run, null before the first. */
export async function readJobs({
  database,
}: ReadNeeds): Promise<readonly { readonly job: DailyJob; readonly last: JobRow | null }[]> {
  const rows = await database.db.select().from(travailQuotidien);
  return dailyJobs.map((job) => ({ job, last: rows.find(({ nom }) => nom === job) ?? null }));
}
