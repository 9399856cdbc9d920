/** What the site does by itself once a day. The words are those of the database. */
export const dailyJobs = ['purger-comptes', 'purger-courriels', 'purger-groupes', 'expirer-invitations'] as const;
export type DailyJob = (typeof dailyJobs)[number];

/** When a job began last, and when it may begin again. */
export type JobTimes = { readonly commenceLe: string; readonly prochainLe: string };

const hour = 3_600_000;

/**
 * True when a job is to be done: never done, or its time has come. One that began in the future was done under a clock
 * that was wrong, and does not wait for that future.
 */
export const isDue = (last: JobTimes | null, now: Date): boolean =>
  last === null || last.prochainLe <= now.toISOString() || last.commenceLe > now.toISOString();

/**
 * When a job that begins may begin again should nobody say how it ended: another process then holds the one that began
 * it for dead. Longer than any job takes, and the time after which one that failed is tried again.
 */
export const untilTriedAgain = (begun: Date): Date => new Date(begun.getTime() + hour);

/** When a job that began at this instant and was done begins again. */
export const untilNextDay = (begun: Date): Date => new Date(begun.getTime() + 24 * hour);
