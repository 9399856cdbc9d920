import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendAudit, checkChain } from '../../../src/server/audit/audit-log.ts';
import { readLog } from '../../../src/server/audit/read-log.ts';
import { readWaitingMails } from '../../../src/server/mail/waiting-mails.ts';
import { readReports } from '../../../src/server/reports/read-reports.ts';
import { reportRecord } from '../../../src/server/reports/report-record.ts';
import { holdersOf, readAccount } from '../../../src/server/roles/read-accounts.ts';
import { claimsOf, followedOffer, offerById, waitingOffers } from '../../../src/server/roles/role-offers.ts';
import { listHandedTeams, listTeams } from '../../../src/server/team/list-teams.ts';
import { noon, openRoleWorld, type RoleWorld } from './role-world.ts';

const day = '2026-11-23';
const regions = ['pays-de-la-loire'] as const;

let world: RoleWorld;
beforeEach(async () => {
  world = await openRoleWorld();
});
afterEach(() => world.close());

test('teams come by name, a page at a time, each with who can run it today', async () => {
  for (const name of ['Loir', 'Anjou', 'Mayenne']) await world.team(name.toLowerCase(), name);
  await world.account('bea');
  await world.member('loir', 'm1', { role: 'referent', compteId: 'bea' });
  await world.member('loir', 'm2');
  await world.member('loir', 'parti', { sortie: '2026-11-22' });
  await world.member('loir', 'dernier-jour', { sortie: day });
  await world.member('anjou', 'sans-compte', { role: 'referent' });
  const first = await listTeams(world, { regions, day, limit: 2 });
  expect(first.map(({ nom, referents }) => [nom, referents])).toEqual([
    ['Anjou', 0],
    ['Loir', 1],
  ]);
  const after = { region: 'pays-de-la-loire', nomCle: 'loir' } as const;
  expect((await listTeams(world, { regions, day, after, limit: 2 })).map(({ nom }) => nom)).toEqual(['Mayenne']);
  expect((await listTeams(world, { regions, day, prefix: 'lo', limit: 9 })).map(({ nom }) => nom)).toEqual(['Loir']);
  expect((await listTeams(world, { regions, day, withoutReferent: true, limit: 9 })).map(({ nom }) => nom)).toEqual([
    'Anjou',
    'Mayenne',
  ]);
  expect(await listTeams(world, { regions: ['bretagne'], day, limit: 9 })).toEqual([]);
});

test('the ARS lists the teams handed to it, the latest first, and no other', async () => {
  for (const id of ['un', 'deux', 'trois']) await world.team(id);
  await world.rows("update equipe set transmise_le = '2026-11-01T00:00:00.000Z' where id = 'un'");
  await world.rows("update equipe set transmise_le = '2026-11-20T00:00:00.000Z' where id = 'deux'");
  const handed = await listHandedTeams(world, { regions, day, limit: 9 });
  expect(handed.map(({ id }) => id)).toEqual(['deux', 'un']);
  const until = { region: 'pays-de-la-loire', transmiseLe: '2026-11-19' } as const;
  const older = await listHandedTeams(world, { regions, day, until, limit: 9 });
  expect(older.map(({ id }) => id)).toEqual(['un']);
  expect(await listHandedTeams(world, { regions: ['bretagne'], day, limit: 9 })).toEqual([]);
});

test('holders of a role come in the order in which it was given, and an account says its roles and sessions', async () => {
  await world.administrator('ada');
  await world.administrator('bea');
  const [first] = await holdersOf(world, 'association-admin', { limit: 1 });
  expect(first?.id).toBe('ada');
  const rest = await holdersOf(world, 'association-admin', { after: first?.place, limit: 9 });
  expect(rest.map(({ id }) => id)).toEqual(['bea']);
  await world.session('ada');
  expect(await readAccount({ database: world.database, now: noon }, 'ada')).toMatchObject({
    name: 'ada',
    openSessions: 1,
    roles: [{ grant: { role: 'association-admin', region: null }, by: 'systeme' }],
  });
  expect(await readAccount({ database: world.database, now: noon }, 'personne')).toBeNull();
});

test('the log is read from its end, by who acted and by what was changed', async () => {
  const write = (actor: string, id: string) =>
    world.database.write((tx) =>
      appendAudit(tx, { at: noon, actor, verb: 'renommer-compte', object: { type: 'compte', id } }),
    );
  for (const [actor, id] of [
    ['ada', 'x'],
    ['bea', 'x'],
    ['ada', 'y'],
  ] as const)
    await write(actor, id);
  const numbers = async (wanted: object) => (await readLog(world, { limit: 9, ...wanted })).map(({ numero }) => numero);
  expect(await numbers({})).toEqual([3, 2, 1]);
  expect(await numbers({ before: 3 })).toEqual([2, 1]);
  expect(await numbers({ after: 1 })).toEqual([3, 2]);
  expect(await numbers({ after: 1, limit: 1 })).toEqual([2]);
  expect(await numbers({ actor: 'ada', after: 1 })).toEqual([3]);
  expect(await numbers({ actor: 'ada' })).toEqual([3, 1]);
  expect(await numbers({ object: { type: 'compte', id: 'x' } })).toEqual([2, 1]);
});

test('a check of the log says how far it holds, where it breaks, and whether a noted head is still there', async () => {
  const { db } = world.database;
  const write = () =>
    world.database.write((tx) =>
      appendAudit(tx, { at: noon, actor: 'ada', verb: 'test', object: { type: 'compte', id: 'x' } }),
    );
  expect(await checkChain(db)).toEqual({ held: 0, head: null, broken: null, knowsNoted: null });
  for (let i = 0; i < 3; i++) await write();
  const whole = await checkChain(db);
  expect(whole).toMatchObject({ held: 3, broken: null, head: { numero: 3 } });
  const noted = whole.head?.empreinte ?? '';
  await write();
  expect((await checkChain(db, noted)).knowsNoted).toBe(true);
  expect((await checkChain(db, 'f'.repeat(64))).knowsNoted).toBe(false);
  // Whoever holds the file drops the triggers first.
  for (const { name } of await world.rows("select name from sqlite_master where type = 'trigger'"))
    await world.rows(`drop trigger "${name}"`);
  await world.rows('delete from journal where numero > 2');
  expect(await checkChain(db, noted)).toMatchObject({ held: 2, broken: null, knowsNoted: false });
  await world.rows("update journal set acteur = 'eve' where numero = 2");
  expect(await checkChain(db)).toMatchObject({ held: 1, broken: 2, head: { numero: 1 } });
});

test('reports come the latest first, by their order of arrival', async () => {
  const needs = world.roleNeeds('');
  for (const fiche of ['dac-a', 'dac-b', 'dac-c'])
    await reportRecord(needs, { fiche, motif: 'adresse-fausse', preuve: null });
  const all = await readReports(world, undefined, 9);
  expect(all.map(({ structureId }) => structureId)).toEqual(['dac-c', 'dac-b', 'dac-a']);
  const older = await readReports(world, all[0]?.place, 1);
  expect(older.map(({ structureId }) => structureId)).toEqual(['dac-b']);
});

test('no list walks through a table, whatever its filters', async () => {
  await world.team('loir');
  await world.administrator('ada');
  const { database } = world;
  const asked = await statementsOf(world, async () => {
    await listTeams(world, { regions, day, limit: 51 });
    await listTeams(world, {
      regions,
      day,
      prefix: 'lo',
      withoutReferent: true,
      after: { region: 'pays-de-la-loire', nomCle: 'a' },
      limit: 51,
    });
    await listHandedTeams(world, { regions, day, limit: 51 });
    await holdersOf(world, 'association-admin', { limit: 51 });
    await readAccount({ database, now: noon }, 'ada');
    await readLog(world, { limit: 51 });
    await readLog(world, { actor: 'ada', before: 9, limit: 51 });
    await readLog(world, { after: 9, limit: 51 });
    await readLog(world, { actor: 'ada', after: 9, limit: 51 });
    await readLog(world, { object: { type: 'compte', id: 'x' }, limit: 51 });
    await readWaitingMails(world);
    await readReports(world, undefined, 51);
    await waitingOffers(database.db, noon);
    await claimsOf(database.db, 'ada', noon);
    await followedOffer(database.db, 'x');
    await offerById(database.db, 'x');
  });
  expect(asked.length).toBeGreaterThanOrEqual(11);
  for (const { sql, args } of asked) {
    const plan = (await database.client.execute({ sql: `explain query plan ${sql}`, args })).rows.map(({ detail }) =>
      String(detail),
    );
    expect(
      // A list that is paged may not sort what it does not show; the few links that wait are shown whole.
      plan.filter((line) => line.startsWith('SCAN') || (sql.includes(' limit ') && line.includes('TEMP B-TREE'))),
      sql,
    ).toEqual([]);
  }
});

/** The SQL that some work really sends, seen on its way. */
async function statementsOf({ database }: RoleWorld, work: () => Promise<void>) {
  const seen: { sql: string; args: never[] }[] = [];
  const { client } = database;
  const execute = client.execute.bind(client);
  client.execute = ((statement: { sql: string; args: never[] }) => {
    seen.push(statement);
    return execute(statement);
  }) as typeof client.execute;
  await work();
  client.execute = execute;
  return seen;
}
