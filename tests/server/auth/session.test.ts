import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  closeAllSessions,
  closeSession,
  endSession,
  listSessions,
  openSession,
  purgeSessions,
  readSession,
  rotateSession,
} from '../../../src/server/auth/session.ts';
import { noSessionCookie, sessionCookie } from '../../../src/server/auth/session-cookie.ts';
import { after, noon, openWorld, type World } from '../accounts/account-world.ts';

let world: World;
let accountId: string;
beforeEach(async () => {
  world = await openWorld();
  accountId = await world.openAccount('anne.morel@exemple.fr');
  await world.database.client.execute('delete from session');
});
afterEach(() => world.close());

const open = (device = 'Firefox', at = noon) =>
  world.database.write((tx) => openSession(tx, { now: at }, { accountId, device }));
const read = (token: string, hours: number) => readSession({ database: world.database, now: after(hours) }, token);

test('an open session says whose it is; its token is 43 characters and only its hash is kept', async () => {
  const token = await open();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await read(token, 0)).toMatchObject({
    account: { id: accountId, email: 'anne.morel@exemple.fr', name: 'Anne Morel' },
    state: 'ouverte',
    openedAt: '2026-11-23T12:00:00.000Z',
    device: 'Firefox',
  });
  const [row] = await world.rows('select id from session');
  expect(row?.id).not.toBe(token);
  expect(await read(String(row?.id), 0)).toBeNull();
  expect(await read('', 0)).toBeNull();
});

test('two hours without a request end a session, and its row goes', async () => {
  const token = await open();
  expect(await read(token, 2.01)).toBeNull();
  expect(await world.rows('select * from session')).toEqual([]);
});

test('a request in the second hour gives two more hours', async () => {
  const token = await open();
  expect(await read(token, 1.5)).not.toBeNull();
  expect(await read(token, 3.4)).not.toBeNull();
  expect(await read(token, 5.5)).toBeNull();
});

test('a session used every hour and a half ends after 24 hours, rotated or not', async () => {
  let token = await open();
  for (let hours = 1.5; hours < 24; hours += 1.5) {
    expect(await read(token, hours)).not.toBeNull();
    const rotated = await world.database.write((tx) => rotateSession(tx, { now: after(hours) }, token));
    token = rotated as string;
  }
  expect(await read(token, 23.9)).not.toBeNull();
  expect(await read(token, 24)).toBeNull();
});

test('a rotation ends the old token and keeps one session', async () => {
  const token = await open();
  const fresh = await world.database.write((tx) =>
    rotateSession(tx, { now: noon }, token, { secondFactorGiven: true }),
  );
  expect(await read(token, 0)).toBeNull();
  expect(await read(fresh as string, 0)).not.toBeNull();
  expect(await world.rows('select second_facteur_le from session')).toEqual([
    { second_facteur_le: '2026-11-23T12:00:00.000Z' },
  ]);
  expect(await world.database.write((tx) => rotateSession(tx, { now: noon }, token))).toBeNull();
});

test('a session waits for the second factor that its account requires', async () => {
  await world.database.client.execute('update compte set second_facteur_requis = 1');
  const token = await open();
  expect((await read(token, 0))?.state).toBe('second-facteur-attendu');
  const fresh = await world.database.write((tx) =>
    rotateSession(tx, { now: noon }, token, { secondFactorGiven: true }),
  );
  expect((await read(fresh as string, 0))?.state).toBe('ouverte');
});

test('of three sessions listed, the latest first, one is closed, then all; nobody closes another’s', async () => {
  const tokens = [await open('Firefox'), await open('Chrome', after(0.1)), await open('Safari', after(0.2))];
  const list = () => listSessions({ database: world.database, now: after(0.3) }, accountId);
  expect((await list()).map(({ device }) => device)).toEqual(['Safari', 'Chrome', 'Firefox']);
  const chrome = (await list())[1]?.id as string;
  expect(await world.database.write((tx) => closeSession(tx, 'someone-else', chrome))).toBe(false);
  expect(await world.database.write((tx) => closeSession(tx, accountId, chrome))).toBe(true);
  expect(await read(tokens[1] as string, 0.3)).toBeNull();
  await world.database.write((tx) => endSession(tx, { now: noon }, tokens[0] as string));
  expect((await list()).map(({ device }) => device)).toEqual(['Safari']);
  await world.database.write((tx) => closeAllSessions(tx, { now: noon }, accountId));
  expect(await list()).toEqual([]);
});

test('the daily purge erases what expired and keeps the rest', async () => {
  await open('Firefox');
  await open('Chrome', after(3));
  await world.database.write((tx) => purgeSessions(tx, { now: after(4) }));
  expect(await world.rows('select appareil from session')).toEqual([{ appareil: 'Chrome' }]);
});

test('a session opened in a transaction that fails does not exist', async () => {
  const failing = world.database.write(async (tx) => {
    await openSession(tx, { now: noon }, { accountId, device: 'Firefox' });
    throw new Error('cut');
  });
  await expect(failing).rejects.toThrow('cut');
  expect(await world.rows('select * from session')).toEqual([]);
});

test('the check of a session costs less than 2 ms of CPU', async () => {
  const token = await open();
  for (let i = 0; i < 50; i++) await read(token, 0);
  const start = process.cpuUsage();
  for (let i = 0; i < 300; i++) await read(token, 0);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 300 / 1000).toBeLessThan(2);
});

test('the cookie is __Host- and Secure behind TLS, plain on a local machine, never readable by scripts', () => {
  expect(sessionCookie({ behindTls: true }, 'abc')).toEqual({
    name: '__Host-session',
    value: 'abc',
    attributes: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 86_400 },
  });
  expect(noSessionCookie({ behindTls: false })).toEqual({
    name: 'session',
    value: '',
    attributes: { httpOnly: true, secure: false, sameSite: 'lax', path: '/', maxAge: 0 },
  });
});
