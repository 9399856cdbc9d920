import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { correctMember } from '../../../src/server/team/correct-member.ts';
import { setLastDay } from '../../../src/server/team/exit-member.ts';
import { memberOf, membersOf } from '../../../src/server/team/team-store.ts';
import { openTeamWorld, type TeamWorld } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.team('loir');
  for (const name of ['ada', 'bea', 'cleo']) {
    await world.account(name);
    await world.member('loir', `m-${name}`, { compteId: name, role: name === 'cleo' ? 'membre' : 'referent' });
  }
  await world.member('loir', 'm-dora');
});
afterEach(() => world.close());

const versionOf = async (id: string) =>
  Number((await world.rows(`select version from membre where id = '${id}'`))[0]?.version);
const exit = async (actor: string, memberId: string, lastDay: string | null, now = '2026-11-23') => {
  const needs = world.needs(actor, { now: new Date(`${now}T12:00:00.000Z`) });
  const left = await setLastDay(needs, { teamId: 'loir', memberId, version: await versionOf(memberId), lastDay });
  return left.ok ? 'fait' : left.refusal.code;
};
const told = () => world.mails.map((mail) => `${mail.to} ${mail.type} ${'path' in mail ? mail.path : ''}`);
const departure = async (id: string) =>
  (await world.rows(`select sortie, sortie_par, sortie_decidee_le from membre where id = '${id}'`))[0];

test('a member put out is told, cannot take it back, and the référent who did can', async () => {
  expect(await exit('ada', 'm-cleo', '2026-12-31')).toBe('fait');
  expect(await departure('m-cleo')).toEqual({
    sortie: '2026-12-31',
    sortie_par: 'referent',
    sortie_decidee_le: '2026-11-23',
  });
  expect(told()).toEqual(['cleo@exemple.fr depart-decide /espace']);
  expect(await exit('cleo', 'm-cleo', null)).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(await exit('cleo', 'm-cleo', '2027-01-31')).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(await exit('bea', 'm-cleo', null)).toBe('fait');
  expect(await departure('m-cleo')).toEqual({ sortie: null, sortie_par: null, sortie_decidee_le: null });
  expect(told().slice(1)).toEqual(['cleo@exemple.fr depart-retire /espace']);
});

test('a member put out with a last day in the past is told as well', async () => {
  expect(await exit('ada', 'm-cleo', '2026-06-30')).toBe('fait');
  expect(told()).toEqual(['cleo@exemple.fr depart-decide /espace']);
});

test('the référents are told of who leaves, and can neither put her back nor keep her longer', async () => {
  expect(await exit('cleo', 'm-cleo', '2026-12-31')).toBe('fait');
  const path = '/espace/equipes/loir/membres/m-cleo';
  expect(told()).toEqual([`ada@exemple.fr depart-annonce ${path}`, `bea@exemple.fr depart-annonce ${path}`]);
  expect(await exit('ada', 'm-cleo', null)).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(await exit('ada', 'm-cleo', '2027-06-30', '2027-01-02')).toBe('DEPART_DECIDE_PAR_L_AUTRE');
  expect(await exit('cleo', 'm-cleo', null)).toBe('fait');
  expect(told().slice(2)).toEqual([`ada@exemple.fr depart-retire ${path}`, `bea@exemple.fr depart-retire ${path}`]);
});

test('an empty day where none was set is asked for; from an older page, taking it back twice is once', async () => {
  expect(await exit('ada', 'm-cleo', null)).toBe('SORTIE_VIDE');
  expect(told()).toEqual([]);
  await exit('ada', 'm-cleo', '2026-12-31');
  const version = await versionOf('m-cleo');
  const takeBack = () => setLastDay(world.needs('ada'), { teamId: 'loir', memberId: 'm-cleo', version, lastDay: null });
  expect((await takeBack()).ok).toBe(true);
  expect((await takeBack()).ok).toBe(true);
  expect(told().map((mail) => mail.split(' ')[1])).toEqual(['depart-decide', 'depart-retire']);
});

test('nobody leaves by herself before today, a référent for his own place no more than a member', async () => {
  expect(await exit('cleo', 'm-cleo', '2026-11-22')).toBe('SORTIE_PASSEE');
  expect(await exit('ada', 'm-ada', '2026-11-22')).toBe('SORTIE_PASSEE');
  expect(await exit('ada', 'm-ada', '2026-11-23')).toBe('fait');
  expect(told()).toEqual(['bea@exemple.fr depart-annonce /espace/equipes/loir/membres/m-ada']);
});

test('who is gone is not put back by clearing her last day; a line that nobody joined is', async () => {
  await exit('ada', 'm-cleo', '2026-11-30');
  await exit('ada', 'm-dora', '2026-11-30');
  expect(await exit('ada', 'm-cleo', null, '2026-12-01')).toBe('RETOUR_PAR_INVITATION');
  expect(await exit('ada', 'm-dora', null, '2026-12-01')).toBe('fait');
});

test('who has an account is not put out untold by an arrival to come', async () => {
  const row = (await membersOf(world.database.db, 'loir')).find(({ id }) => id === 'm-cleo');
  const { id: _, sortie: __, ...member } = memberOf(row!);
  const later = { ...member, entree: '2030-01-01' };
  const asked = { teamId: 'loir', memberId: 'm-cleo', version: 1, member: later };
  expect(await correctMember(world.needs('ada'), asked)).toEqual({
    ok: false,
    refusal: { code: 'ARRIVEE_APRES_COUP' },
  });
});

test('one row sends five mails at most before it waits', async () => {
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await exit('cleo', 'm-cleo', n % 2 ? null : '2026-12-31'));
  expect(answers).toEqual(['fait', 'fait', 'fait', 'fait', 'fait', 'TROP_DE_COURRIELS']);
  expect(world.mails).toHaveLength(10);
});

test('the log says who decided, and keeps no name', async () => {
  await exit('cleo', 'm-cleo', '2026-12-31');
  const [line] = await world.rows('select acteur, verbe, detail from journal');
  expect(line).toEqual({
    acteur: 'cleo',
    verbe: 'fixer-sortie',
    detail: '{"membre":"m-cleo","sortie":"2026-12-31","par":"membre"}',
  });
});

test('last days set before it was recorded get who decided them from the log', async () => {
  await exit('ada', 'm-cleo', '2026-12-31');
  await exit('bea', 'm-bea', '2026-11-30');
  await world.database.write((tx) => tx.run('update membre set sortie_par = null, sortie_decidee_le = null'));
  const sql = readFileSync('src/server/db/migrations/0008_departs.sql', 'utf8');
  const backfill = sql.slice(sql.indexOf('UPDATE'));
  await world.database.write((tx) => tx.run(backfill));
  expect(await departure('m-cleo')).toMatchObject({ sortie_par: 'referent', sortie_decidee_le: '2026-11-23' });
  expect(await departure('m-bea')).toMatchObject({ sortie_par: 'membre', sortie_decidee_le: '2026-11-23' });
  expect(await departure('m-ada')).toEqual({ sortie: null, sortie_par: null, sortie_decidee_le: null });
});
