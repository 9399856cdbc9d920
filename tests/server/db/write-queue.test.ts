import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '#server/db/client.ts';
import { meta } from '#server/db/schema/directory.ts';
import { createWriteQueue, DatabaseBusyError } from '#server/db/write-queue.ts';

async function openTemporary(): Promise<{ database: Database; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-db-'));
  const url = `file:${folder}/essai.db`;
  const database = await openDatabase(url);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { database, url };
}

/** Another process holds the write lock for a while; resolves once it has it. */
function foreignLock(url: string, ms: number): Promise<ChildProcess> {
  const script = `
    import { createClient } from '@libsql/client';
    const client = createClient({ url: ${JSON.stringify(url)} });
    const transaction = await client.transaction('write');
    await transaction.execute("insert into meta values ('verrou', 'autre')");
    console.log('held');
    setTimeout(async () => { await transaction.commit(); process.exit(0); }, ${ms});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return new Promise((resolve) => child.stdout.once('data', () => resolve(child)));
}

const storedValue = async ({ db }: Database, key: string) =>
  (await db.select().from(meta).where(sql`${meta.cle} = ${key}`))[0]?.valeur;

test('a new database is in WAL mode, migrated, and says it is ready', async () => {
  const { database } = await openTemporary();
  expect((await database.client.execute('pragma journal_mode')).rows[0]?.[0]).toBe('wal');
  expect((await database.client.execute('pragma synchronous')).rows[0]?.[0]).toBe(2);
  expect((await database.client.execute('pragma foreign_keys')).rows[0]?.[0]).toBe(1);
  expect(await database.isReady()).toBe(true);
});

test('a database that was closed is not ready', async () => {
  const { database } = await openTemporary();
  await database.close();
  expect(await database.isReady()).toBe(false);
});

test('opening twice migrates once and keeps what was written', async () => {
  const { database, url } = await openTemporary();
  await database.write((tx) => tx.insert(meta).values({ cle: 'a', valeur: '1' }));
  const again = await openDatabase(url);
  expect(await storedValue(again, 'a')).toBe('1');
  await again.close();
});

test('of 40 writers that read a counter, wait for SQL and write it back, none is lost', async () => {
  const { database } = await openTemporary();
  await database.write((tx) => tx.insert(meta).values({ cle: 'compteur', valeur: '0' }));
  const increment = () =>
    database.write(async (tx) => {
      const [row] = await tx.select().from(meta).where(sql`${meta.cle} = 'compteur'`);
      await tx
        .update(meta)
        .set({ valeur: String(Number(row?.valeur) + 1) })
        .where(sql`${meta.cle} = 'compteur'`);
    });
  await Promise.all(Array.from({ length: 40 }, increment));
  expect(await storedValue(database, 'compteur')).toBe('40');
});

test('40 writers share 12 places: 12 get one, 28 do not', async () => {
  const { database } = await openTemporary();
  const take = (index: number) =>
    database.write(async (tx) => {
      const taken = await tx.select({ count: sql<number>`count(*)` }).from(meta);
      if (Number(taken[0]?.count) >= 12) return false;
      await tx.insert(meta).values({ cle: `place-${index}`, valeur: '' });
      return true;
    });
  const results = await Promise.all(Array.from({ length: 40 }, (_, index) => take(index)));
  expect(results.filter(Boolean)).toHaveLength(12);
});

test('a write that fails is undone, is told to its caller, and the next ones go on', async () => {
  const { database } = await openTemporary();
  const failing = database.write(async (tx) => {
    await tx.insert(meta).values({ cle: 'moitie', valeur: '' });
    throw new Error('au milieu');
  });
  const following = database.write((tx) => tx.insert(meta).values({ cle: 'suite', valeur: 'oui' }));
  await expect(failing).rejects.toThrow('au milieu');
  await following;
  expect(await storedValue(database, 'moitie')).toBeUndefined();
  expect(await storedValue(database, 'suite')).toBe('oui');
});

test('while another process holds the lock for 2 s, reads answer, timers run, and the write then succeeds', async () => {
  const { database, url } = await openTemporary();
  await foreignLock(url, 2_000);
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, 50);
  const writing = database.write((tx) => tx.insert(meta).values({ cle: 'apres', valeur: 'oui' }));
  expect(await storedValue(database, 'rien')).toBeUndefined();
  await writing;
  clearInterval(clock);
  expect(await storedValue(database, 'apres')).toBe('oui');
  expect(await storedValue(database, 'verrou')).toBe('autre');
  expect(ticks).toBeGreaterThan(8);
  await database.write((tx) => tx.insert(meta).values({ cle: 'encore', valeur: 'oui' }));
  expect(await storedValue(database, 'encore')).toBe('oui');
});

test('when the lock never ends, the writer is told so by name, and not by a raw SQLITE_BUSY', async () => {
  const { url } = await openTemporary();
  await foreignLock(url, 3_000);
  const client = createClient({ url, timeout: 20, concurrency: 1 });
  onTestFinished(() => client.close());
  const queue = createWriteQueue(() => client.reconnect(), { giveUpAfterMs: 300, firstWaitMs: 10 });
  const writing = queue.run(() => client.execute("insert into meta values ('b', '1')"));
  await expect(writing).rejects.toThrow(DatabaseBusyError);
  await expect(writing).rejects.toThrow('locked by another program');
});

test('closing waits for the writes under way', async () => {
  const { database, url } = await openTemporary();
  const writes = Array.from({ length: 10 }, (_, index) =>
    database.write((tx) => tx.insert(meta).values({ cle: `ligne-${index}`, valeur: '' })),
  );
  await database.close();
  await Promise.all(writes);
  const again = await openDatabase(url);
  expect((await again.db.select().from(meta)).filter(({ cle }) => cle.startsWith('ligne-'))).toHaveLength(10);
  await again.close();
});

test('the queue tells how many writes wait, and the longest wait, of those that still wait too', async () => {
  const clock = { now: 0 };
  const queue = createWriteQueue(
    () => undefined,
    { giveUpAfterMs: 0, firstWaitMs: 0 },
    () => clock.now,
  );
  expect(queue.load()).toEqual({ waiting: 0, ended: 0, longestWaitMs: 0 });
  let release = () => {};
  const first = queue.run(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  const second = queue.run(() => Promise.reject(new Error('au milieu')));
  const third = queue.run(() => Promise.resolve());
  await Promise.resolve();
  clock.now = 40;
  expect(queue.load()).toEqual({ waiting: 3, ended: 0, longestWaitMs: 40 });
  release();
  await first;
  await expect(second).rejects.toThrow('au milieu');
  await third;
  await queue.idle();
  clock.now = 500;
  expect(queue.load()).toEqual({ waiting: 0, ended: 3, longestWaitMs: 40 });
});
