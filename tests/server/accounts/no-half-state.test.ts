import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestReset } from '../../../src/server/accounts/request-reset.ts';
import { resetPassphrase } from '../../../src/server/accounts/reset-passphrase.ts';
import { signIn } from '../../../src/server/accounts/sign-in.ts';
import { signUp } from '../../../src/server/accounts/sign-up.ts';
import { verifyEmail } from '../../../src/server/accounts/verify-email.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { goodPhrase, openWorld, otherPhrase, type World } from './account-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const anne = 'anne.morel@exemple.fr';
const cut = async () => {
  throw new Error('cut');
};

test('a sign-up whose mail cannot be kept leaves no link', async () => {
  const asked = { email: anne, name: 'Anne Morel', passphrase: goodPhrase };
  await expect(signUp(world.needs({ send: cut }), asked)).rejects.toThrow('cut');
  expect(await world.rows('select * from jeton')).toEqual([]);
  expect(await world.rows('select * from journal')).toEqual([]);
});

test('a confirmation whose log cannot be written opens no account and leaves the link good', async () => {
  await signUp(world.needs(), { email: anne, name: 'Anne Morel', passphrase: goodPhrase });
  const proof = { token: world.lastToken(), passphrase: goodPhrase, device: 'Firefox' };
  await world.database.client.execute(
    "create trigger cut before insert on journal begin select raise(abort, 'cut'); end",
  );
  await expect(verifyEmail(world.needs(), proof)).rejects.toThrow();
  for (const table of ['compte', 'session']) expect(await world.rows(`select * from ${table}`)).toEqual([]);
  await world.database.client.execute('drop trigger cut');
  expect((await verifyEmail(world.needs(), proof)).ok).toBe(true);
});

test('a reset cut in the middle keeps the old passphrase, the sessions and the link', async () => {
  await world.openAccount(anne);
  await requestReset(world.needs(), { email: anne });
  const token = world.lastToken();
  await expect(resetPassphrase(world.needs({ send: cut }), { token, passphrase: otherPhrase })).rejects.toThrow('cut');
  expect(await world.rows('select appareil from session')).toEqual([{ appareil: 'Firefox' }]);
  expect((await signIn(world.needs(), { email: anne, passphrase: goodPhrase, device: 'x' })).ok).toBe(true);
  expect((await resetPassphrase(world.needs(), { token, passphrase: otherPhrase })).ok).toBe(true);
});

test('a process killed while people open accounts loses none that it acknowledged and leaves no half', async () => {
  const child = spawn('node_modules/.bin/node', ['tests/server/accounts/open-accounts-forever.ts', world.url]);
  const acknowledged: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      acknowledged.push(...data.toString().trim().split('\n'));
      if (acknowledged.length >= 6) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
  await world.reopen();
  const kept = (await world.rows('select id from compte')).map(({ id }) => String(id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(6);
  for (const id of acknowledged) expect(kept).toContain(id);
  const halves = await world.rows(`select id from compte where
    (select count(*) from session where compte_id = compte.id) <> 1
    or (select count(*) from journal where acteur = compte.id and verbe = 'ouvrir-compte') <> 1`);
  expect(halves).toEqual([]);
  expect(await world.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});
