import { expect, onTestFinished, test } from 'vitest';
import { type DailyJob, dailyJobs } from '#domain/site/daily-job.ts';
import { type Database, openDatabase } from '#server/db/client.ts';
import { runs } from '#server/jobs/daily-jobs.ts';
import { createJobRunner } from '#server/jobs/job-runner.ts';
import type { JobEnd } from '#server/jobs/job-store.ts';
import { readJobs } from '#server/jobs/job-store.ts';
import { openTestDatabase } from '../open-directory.ts';

const hour = 3_600_000;

/** A database, the clock of the test, and jobs that note what they do. */
async function openWorkshop() {
  const database = await openTestDatabase();
  onTestFinished(() => database.drop());
  const clock = { now: new Date('2026-11-27T03:00:00.000Z') };
  const done: string[] = [];
  const told: [DailyJob, JobEnd][] = [];
  const noting = Object.fromEntries(
    dailyJobs.map((job) => [job, async () => void done.push(job)]),
  ) as unknown as typeof runs;
  return {
    database,
    clock,
    done,
    told,
    wait: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    runner: (jobs: Partial<typeof runs> = {}, on: Database = database) =>
      createJobRunner({
        database: on,
        now: () => clock.now,
        tell: (job, end) => told.push([job, end]),
        jobs: { ...noting, ...jobs },
      }),
    last: async (job: DailyJob) => (await readJobs({ database })).find((one) => one.job === job)?.last,
  };
}

/** A promise, and what keeps it. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

test('each job is done once a day, in its order, whoever looks and however often', async () => {
  const { runner, done, wait } = await openWorkshop();
  const one = runner();
  await Promise.all([one.runDue(), one.runDue()]);
  await one.runDue();
  expect(done).toEqual(['purger-comptes', 'purger-courriels', 'purger-groupes', 'expirer-invitations']);
  wait(24 * hour - 1);
  await one.runDue();
  expect(done).toHaveLength(4);
  wait(1);
  await one.runDue();
  expect(done).toHaveLength(8);
});

test('a site that starts again does not do anew what was done, and one stopped for weeks does it once', async () => {
  const { runner, done, wait } = await openWorkshop();
  await runner().runDue();
  wait(hour);
  await runner().runDue();
  expect(done).toHaveLength(4);
  wait(21 * 24 * hour);
  await runner().runDue();
  expect(done).toHaveLength(8);
});

test('a job that fails stops no other, says why, and is tried again an hour later', async () => {
  const { runner, done, told, wait, last } = await openWorkshop();
  let failures = 1;
  const one = runner({
    'purger-courriels': async () => {
      wait(1_500);
      if (failures-- > 0) throw new Error('le disque\nest plein');
      done.push('purger-courriels');
    },
  });
  await one.runDue();
  expect(done).toEqual(['purger-comptes', 'purger-groupes', 'expirer-invitations']);
  expect(await last('purger-courriels')).toMatchObject({
    commenceLe: '2026-11-27T03:00:00.000Z',
    finiLe: '2026-11-27T03:00:01.500Z',
    dureeMs: 1_500,
    echec: 'Error : le disque est plein',
    reussiLe: null,
  });
  expect(told.find(([job]) => job === 'purger-courriels')?.[1].failure).toBe('Error : le disque est plein');
  wait(hour);
  await one.runDue();
  expect(done.at(-1)).toBe('purger-courriels');
  expect(await last('purger-courriels')).toMatchObject({ echec: null, reussiLe: '2026-11-27T04:00:03.000Z' });
});

test('a query that fails is told by what the database said, without what was to be written', async () => {
  const { runner, last, database } = await openWorkshop();
  const one = runner({
    'purger-groupes': ({ database: { write } }) =>
      write((tx) => tx.run("insert into travail_quotidien (nom) values ('Anne Morel')")),
  });
  await one.runDue();
  const failure = (await last('purger-groupes'))?.echec ?? '';
  expect(failure).toContain('NOT NULL constraint failed');
  expect(failure).not.toContain('Anne');
  expect(await database.isReady()).toBe(true);
});

test('two processes on one database: while one does a job the other leaves it and does the rest', async () => {
  const { runner, done, database, last } = await openWorkshop();
  const other = await openDatabase(`file:${database.file}`);
  onTestFinished(() => other.close());
  const { passed, open } = gate();
  const begun = gate();
  const slow = async () => {
    begun.open();
    await passed;
    done.push('purger-comptes, le premier');
  };
  const first = runner({ 'purger-comptes': slow }).runDue();
  await begun.passed;
  await runner({}, other).runDue();
  expect(done).toEqual(['purger-courriels', 'purger-groupes', 'expirer-invitations']);
  expect(await last('purger-comptes')).toMatchObject({ finiLe: null });
  open();
  await first;
  expect(done).toEqual(['purger-courriels', 'purger-groupes', 'expirer-invitations', 'purger-comptes, le premier']);
});

test('8 processes that look at the same instant do each job once', async () => {
  const { runner, done, database } = await openWorkshop();
  const others = await Promise.all(Array.from({ length: 8 }, () => openDatabase(`file:${database.file}`)));
  onTestFinished(async () => void (await Promise.all(others.map((other) => other.close()))));
  await Promise.all(others.map((other) => runner({}, other).runDue()));
  expect(done.sort()).toEqual(['expirer-invitations', 'purger-comptes', 'purger-courriels', 'purger-groupes']);
});

test('a process that died during a job is replaced an hour later, and does not come back on what the next one did', async () => {
  const { runner, done, wait, last } = await openWorkshop();
  const { passed, open } = gate();
  const begun = gate();
  const stuck = runner({
    'purger-comptes': async () => {
      begun.open();
      await passed;
      throw new Error('trop tard');
    },
  });
  const lost = stuck.runDue();
  await begun.passed;
  const next = runner();
  wait(hour - 1);
  await next.runDue();
  expect(done).not.toContain('purger-comptes');
  wait(1);
  await next.runDue();
  expect(done).toContain('purger-comptes');
  open();
  await lost;
  expect(await last('purger-comptes')).toMatchObject({ commenceLe: '2026-11-27T04:00:00.000Z', echec: null });
});

test('stopping begins no other job, and waits for the one under way no longer than the grace', async () => {
  const { runner, done } = await openWorkshop();
  const { passed, open } = gate();
  const begun = gate();
  const one = runner({
    'purger-comptes': async () => {
      begun.open();
      await passed;
    },
  });
  const round = one.runDue();
  await begun.passed;
  await one.stop(1);
  expect(done).toEqual([]);
  open();
  await round;
  expect(done).toEqual([]);
});

test('the real jobs run on an empty database, and each is written down as done', async () => {
  const { runner, database } = await openWorkshop();
  await runner(runs).runDue();
  const jobs = await readJobs({ database });
  expect(jobs.map(({ job, last }) => [job, last?.echec])).toEqual([
    ['purger-comptes', null],
    ['purger-courriels', null],
    ['purger-groupes', null],
    ['expirer-invitations', null],
  ]);
});
