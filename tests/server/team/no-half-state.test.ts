import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { openDatabase } from '../../../src/server/db/client.ts';
import { acceptInvitation } from '../../../src/server/team/answer-invitation.ts';
import { type InvitationNeeds, invitationLink } from '../../../src/server/team/invitation-store.ts';
import { inviteMember, resendInvitation } from '../../../src/server/team/invite-member.ts';
import { appointReferent } from '../../../src/server/team/referents.ts';
import { supportSuccession } from '../../../src/server/team/succession.ts';
import { noon, openTeamWorld, type TeamWorld } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.account('ada');
  await world.team('loir');
  await world.member('loir', 'm-ada', { compteId: 'ada', role: 'referent' });
});
afterEach(() => world.close());

const needs = (actor: string, more: Partial<InvitationNeeds> = {}): InvitationNeeds => ({
  ...world.needs(actor, more),
  throttleKey: Buffer.alloc(32, 7),
  address: '192.0.2.10',
});
const cut = async () => {
  throw new Error('cut');
};
const sessionOf = (accountId: string) =>
  world.database.write((tx) => openSession(tx, { now: noon }, { accountId, device: 'Test' }));
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['invitation', 'membre', 'succession', 'succession_voix', 'session', 'journal', 'tentative'].map((table) =>
        world.rows(`select * from ${table}`),
      ),
    ),
  );
const whileLogIsCut = async (act: () => Promise<unknown>) => {
  await world.database.client.execute(
    "create trigger cut before insert on journal begin select raise(abort, 'cut'); end",
  );
  await expect(act()).rejects.toThrow();
  await world.database.client.execute('drop trigger cut');
};

test('an invitation whose mail cannot be kept leaves nothing, and one sent anew keeps its former link', async () => {
  await world.member('loir', 'm-bea');
  const asked = { teamId: 'loir', memberId: 'm-bea', email: 'bea@exemple.fr' };
  const before = await everything();
  await expect(inviteMember(needs('ada', { send: cut }), asked)).rejects.toThrow('cut');
  expect(await everything()).toBe(before);
  const sent = await inviteMember(needs('ada'), asked);
  const invitationId = sent.ok ? sent.value.invitationId : '';
  const after = await everything();
  await expect(resendInvitation(needs('ada', { send: cut }), { teamId: 'loir', invitationId })).rejects.toThrow('cut');
  expect(await everything()).toBe(after);
});

test('joining, naming and deciding leave nothing when their log cannot be written', async () => {
  for (const name of ['bea', 'cleo']) await world.account(name);
  await world.member('loir', 'm-bea');
  await world.member('loir', 'm-cleo', { compteId: 'cleo' });
  await inviteMember(needs('ada'), { teamId: 'loir', memberId: 'm-bea', email: 'bea@exemple.fr' });
  const token = world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : []))[0] ?? '';
  const sessions = { bea: await sessionOf('bea') };
  const link = await invitationLink(world.database.db, token);
  if (!link) throw new Error('No link.');
  const before = await everything();
  await whileLogIsCut(() => acceptInvitation(needs('bea'), { link, sessionToken: sessions.bea }));
  await whileLogIsCut(() => appointReferent(needs('ada'), { teamId: 'loir', memberId: 'm-cleo' }));
  const voice = { teamId: 'loir', memberId: 'm-cleo', successorId: 'm-cleo' };
  await whileLogIsCut(() => supportSuccession(needs('cleo'), voice));
  expect(await everything()).toBe(before);
  expect((await readSession(needs('bea'), sessions.bea))?.account.id).toBe('bea');
  expect((await acceptInvitation(needs('bea'), { link, sessionToken: sessions.bea })).ok).toBe(true);
});

test('a process killed while people are invited and join loses nothing that it acknowledged and leaves no half', async () => {
  const acknowledged: string[] = [];
  // Killed after an invitation, then after a join, each time with the next write under way.
  for (const [round, kind] of ['invitation', 'membre'].entries()) {
    const child = spawn('node_modules/.bin/node', [
      'tests/server/team/invite-forever.ts',
      world.url,
      String(round * 100_000),
    ]);
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    const lines: string[] = [];
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        lines.push(...data.toString().trim().split('\n'));
        if (lines.length >= 12 && lines.at(-1)?.startsWith(kind)) child.kill('SIGKILL');
      });
      child.on('error', reject);
      child.on('exit', () => resolve());
    });
    expect(errors).toBe('');
    expect(lines.length).toBeGreaterThanOrEqual(12);
    acknowledged.push(...lines);
  }
  await world.database.close();
  const database = await openDatabase(world.url);
  const rows = async (sql: string) => (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
  const kept = [
    ...(await rows('select id from invitation')).map(({ id }) => `invitation ${id}`),
    ...(await rows("select id from membre where compte_id like 'compte-%'")).map(({ id }) => `membre ${id}`),
  ];
  for (const line of acknowledged) expect(kept).toContain(line);
  const logged = (verb: string, id: string) =>
    `(select count(*) from journal where verbe = '${verb}' and json_extract(detail, '$.invitation') = ${id}) <> 1`;
  const halves = [
    // An invitation without its mail or without its line; a mail without its invitation.
    `select id from invitation where ${logged('inviter', 'invitation.id')}`,
    `select id from invitation where not exists (select 1 from courriel where cle = 'invitation:' || invitation.id || ':1')`,
    `select cle from courriel where not exists (select 1 from invitation where cle = 'invitation:' || invitation.id || ':1')`,
    // An accepted invitation without a bound member or without its line, and a bound member without one.
    `select invitation.id from invitation join membre on membre.id = membre_id
      where etat = 'acceptee' and (compte_id is null or ${logged('accepter-invitation', 'invitation.id')})`,
    `select id from membre where compte_id like 'compte-%' and not exists
      (select 1 from invitation where membre_id = membre.id and etat = 'acceptee')`,
  ];
  for (const half of halves) expect(await rows(half), half).toEqual([]);
  expect(await rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await firstBrokenLink(database.db)).toBeNull();
  await database.close();
});
