import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { renameAccount } from '../../../src/server/accounts/rename-account.ts';
import { requestReset } from '../../../src/server/accounts/request-reset.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openWorld, type World } from './account-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Another program that takes the write lock over and over, 40 ms at a time. */
function quarrelsomeNeighbour(url: string): Promise<void> {
  const script = `
    import { createClient } from '@libsql/client';
    const client = createClient({ url: ${JSON.stringify(url)}, timeout: 5000 });
    for (;;) {
      const transaction = await client.transaction('write');
      await transaction.execute("insert or replace into meta values ('voisin', 'la')");
      await new Promise((resolve) => setTimeout(resolve, 40));
      await transaction.commit();
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return new Promise((resolve) => child.stdout.once('data', () => resolve()));
}

test('100 writers at once, beside another program that keeps locking the file, all succeed and the log holds', async () => {
  const id = await world.openAccount('anne.morel@exemple.fr');
  await quarrelsomeNeighbour(world.url);
  const writes = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0
      ? renameAccount(world.needs(), { accountId: id, name: `Anne ${index}` })
      : requestReset(world.needs({ address: `192.0.2.${index}` }), { email: `inconnu${index}@exemple.fr` }),
  );
  const results = await Promise.all(writes);
  expect(results.filter(({ ok }) => ok)).toHaveLength(100);
  const counted = "select count(*) as n from journal where verbe in ('renommer-compte', 'demander-reinitialisation')";
  expect(await world.rows(counted)).toEqual([{ n: 100 }]);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});
