import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { permitFor } from '../../../src/server/access/permit.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { compte, habilitation } from '../../../src/server/db/schema/accounts.ts';
import {
  appointByAssociation,
  appointReferent,
  stepDownAsReferent,
  teamsLeftWithoutReferent,
} from '../../../src/server/team/referents.ts';
import { abandonSuccession, openSuccessionsOf, supportSuccession } from '../../../src/server/team/succession.ts';
import { whyNot } from '../access/permit-as.ts';
import { noon, openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
let token: Record<string, string>;
beforeEach(async () => {
  world = await openTeamWorld();
  token = {};
  await world.team('loir');
  for (const name of ['ada', 'bea', 'cleo']) {
    await world.account(name);
    await world.member('loir', `m-${name}`, { compteId: name, role: name === 'ada' ? 'referent' : 'membre' });
    token[name] = await sessionOf(name);
  }
  await world.member('loir', 'm-dora');
});
afterEach(() => world.close());

const sessionOf = (accountId: string): Promise<string> =>
  world.database.write((tx) => openSession(tx, { now: noon }, { accountId, device: 'Firefox' }));
/** Who acts by her own session, with her rights of that instant. */
const needs = (actor: string, more = {}) => ({
  ...world.needs(actor, more),
  permit: permitFor({ sessionToken: token[actor] ?? null, now: noon }),
});
const isOpen = async (sessionToken: string | undefined) =>
  (await readSession({ database: world.database, now: noon }, sessionToken ?? '')) !== null;
const roles = async () =>
  Object.fromEntries((await world.rows('select id, role from membre')).map(({ id, role }) => [id, role]));
const told = () => world.mails.map(({ to }) => to);
const logged = async () =>
  (await world.rows('select acteur, verbe, detail from journal order by numero')).map(
    ({ acteur, verbe, detail }) => `${acteur} ${verbe} ${JSON.parse(String(detail)).membre}`,
  );
const codeOf = async (answer: Promise<Parameters<typeof whyNot>[0]>) => {
  const given = await answer;
  return given.ok ? 'fait' : whyNot(given);
};
const member = (memberId: string, teamId = 'loir') => ({ teamId, memberId });
const voice = (actor: string, successorId: string, more = {}) =>
  supportSuccession(needs(actor, more), { teamId: 'loir', memberId: `m-${actor}`, successorId });

test('a référent names one more: everyone’s sessions go on, everyone else is told, and the log says who', async () => {
  expect(await codeOf(appointReferent(needs('ada'), member('m-bea')))).toBe('fait');
  expect(await roles()).toMatchObject({ 'm-ada': 'referent', 'm-bea': 'referent', 'm-cleo': 'membre' });
  expect([await isOpen(token.ada), await isOpen(token.bea), await isOpen(token.cleo)]).toEqual([true, true, true]);
  expect(told()).toEqual(['bea@exemple.fr', 'cleo@exemple.fr']);
  expect(world.mails[0]).toMatchObject({ type: 'attente', path: '/espace/equipes/loir/referents' });
  expect(await logged()).toEqual(['ada nommer-referent m-bea']);
});

test('nobody is named who has no account, is référent already, left, or is of another team', async () => {
  await world.team('oudon');
  await world.account('eve');
  await world.member('oudon', 'm-eve', { compteId: 'eve' });
  await world.account('fay');
  await world.member('loir', 'm-fay', { compteId: 'fay', sortie: '2026-11-22' });
  const name = (memberId: string) => codeOf(appointReferent(needs('ada'), member(memberId)));
  expect(await name('m-dora')).toBe('SUCCESSEUR_SANS_COMPTE');
  expect(await name('m-ada')).toBe('DEJA_REFERENT');
  expect(await name('m-fay')).toBe('PAS_MEMBRE_A_CETTE_DATE');
  expect(await name('m-eve')).toBe('INTROUVABLE');
  expect([world.mails, await logged()]).toEqual([[], []]);
});

test('the role is handed back in the session that goes on, and never by the last référent', async () => {
  const alone = await stepDownAsReferent(needs('ada'), member('m-ada'));
  expect(alone).toEqual({ ok: false, refusal: { code: 'DERNIER_REFERENT', candidats: ['m-bea', 'm-cleo'] } });
  await appointReferent(needs('ada'), member('m-bea'));
  expect(await codeOf(stepDownAsReferent(needs('ada'), member('m-ada')))).toBe('fait');
  expect(await roles()).toMatchObject({ 'm-ada': 'membre', 'm-bea': 'referent' });
  expect(await isOpen(token.ada)).toBe(true);
  expect((await logged()).at(-1)).toBe('ada renoncer-referent m-ada');
});

test('two référents who hand back at the same time: one stays', async () => {
  await appointReferent(needs('ada'), member('m-bea'));
  const answers = await Promise.all([
    codeOf(stepDownAsReferent(needs('ada'), member('m-ada'))),
    codeOf(stepDownAsReferent(needs('bea'), member('m-bea'))),
  ]);
  expect(answers).toEqual(['fait', 'DERNIER_REFERENT']);
});

test('a référent whose last day is set is not counted on', async () => {
  await appointReferent(needs('ada'), member('m-bea'));
  await world.database.client.execute("update membre set sortie = '2026-12-31' where id = 'm-bea'");
  const handed = await stepDownAsReferent(needs('ada'), member('m-ada'));
  expect(handed).toEqual({ ok: false, refusal: { code: 'DERNIER_REFERENT', candidats: ['m-cleo'] } });
  expect((await teamsLeftWithoutReferent(world, 'ada', today)).map(({ id }) => id)).toEqual(['loir']);
  expect(await teamsLeftWithoutReferent(world, 'bea', today)).toEqual([]);
});

test('a session closed meanwhile hands nothing back', async () => {
  await appointReferent(needs('ada'), member('m-bea'));
  token.ada = 'closed';
  expect(await codeOf(stepDownAsReferent(needs('ada'), member('m-ada')))).toBe('NON_CONNECTE');
  expect(await roles()).toMatchObject({ 'm-ada': 'referent' });
});

test('two members make one of them référent; the former one keeps the role; both steps are told and logged', async () => {
  expect(await codeOf(voice('bea', 'm-bea'))).toBe('fait');
  expect(
    (await openSuccessionsOf(world.database.db, 'loir')).map(({ successeur, voix }) => [successeur, voix]),
  ).toEqual([['m-bea', ['m-bea']]]);
  expect(told()).toEqual(['ada@exemple.fr', 'cleo@exemple.fr']);
  expect(await codeOf(voice('bea', 'm-bea'))).toBe('DEJA_SOUTENU');
  expect(await roles()).toMatchObject({ 'm-bea': 'membre' });

  expect(await voice('cleo', 'm-bea')).toEqual({
    ok: true,
    value: { opened: false, decided: true },
  });
  expect(await roles()).toMatchObject({ 'm-ada': 'referent', 'm-bea': 'referent', 'm-cleo': 'membre' });
  expect(await openSuccessionsOf(world.database.db, 'loir')).toEqual([]);
  expect([await isOpen(token.bea), await isOpen(token.cleo)]).toEqual([true, true]);
  expect(told().slice(2)).toEqual(['ada@exemple.fr', 'bea@exemple.fr']);
  expect(new Set(world.mails.map(({ key }) => key)).size).toBe(4);
  expect(await logged()).toEqual([
    'bea proposer-succession m-bea',
    'cleo soutenir-succession m-bea',
    'cleo aboutir-succession m-bea',
  ]);
});

test('a successor’s own voice may decide, and her session goes on', async () => {
  await voice('cleo', 'm-bea');
  const decided = await voice('bea', 'm-bea');
  if (!decided.ok) throw new Error(decided.refusal.code);
  expect(decided.value.decided).toBe(true);
  expect(await isOpen(token.bea)).toBe(true);
});

test('two second voices at the same time decide once', async () => {
  await voice('bea', 'm-bea');
  expect(await Promise.all([codeOf(voice('cleo', 'm-bea')), codeOf(voice('ada', 'm-bea'))])).toEqual([
    'fait',
    'DEJA_REFERENT',
  ]);
  expect((await logged()).filter((line) => line.includes('aboutir-succession')).length).toBe(1);
});

test('a voice whose member left since counts no more', async () => {
  await voice('cleo', 'm-bea');
  await world.database.client.execute("update membre set sortie = '2026-11-22' where id = 'm-cleo'");
  const given = await voice('bea', 'm-bea');
  expect(given.ok && given.value.decided).toBe(false);
});

test('who proposed gives up before it is decided; nobody else does; a new proposal may follow', async () => {
  await voice('bea', 'm-bea');
  const [open] = await openSuccessionsOf(world.database.db, 'loir');
  const giveUp = (actor: string, teamId = 'loir') =>
    codeOf(abandonSuccession(needs(actor), { teamId, memberId: `m-${actor}`, successionId: open?.id ?? '' }));
  expect(await giveUp('cleo')).toBe('PAS_SOUTENU');
  expect(await giveUp('bea', 'oudon')).toBe('INTROUVABLE');
  expect(await giveUp('bea')).toBe('fait');
  expect(await giveUp('bea')).toBe('SUCCESSION_CLOSE');
  expect(await world.rows('select etat from succession')).toEqual([{ etat: 'abandonnee' }]);
  expect(await codeOf(voice('cleo', 'm-bea'))).toBe('fait');
  expect(await roles()).toMatchObject({ 'm-bea': 'membre' });
});

test('giving up and the second voice at the same time: the first wins', async () => {
  await voice('bea', 'm-bea');
  const [open] = await openSuccessionsOf(world.database.db, 'loir');
  const giveUp = () =>
    codeOf(abandonSuccession(needs('bea'), { teamId: 'loir', memberId: 'm-bea', successionId: open?.id ?? '' }));
  expect(await Promise.all([codeOf(voice('cleo', 'm-bea')), giveUp()])).toEqual(['fait', 'SUCCESSION_CLOSE']);
  expect(await roles()).toMatchObject({ 'm-bea': 'referent' });
});

test('proposing and giving up over and over does not flood the team', async () => {
  const answers = [];
  for (let i = 0; i < 6; i++) {
    answers.push(await codeOf(voice('bea', 'm-bea')));
    const [open] = await openSuccessionsOf(world.database.db, 'loir');
    if (open) await abandonSuccession(needs('bea'), { teamId: 'loir', memberId: 'm-bea', successionId: open.id });
  }
  expect(answers).toEqual(['fait', 'fait', 'fait', 'fait', 'fait', 'TROP_DE_COURRIELS']);
});

test('the association names a member with an account, and the succession that waited is closed', async () => {
  await world.account('agent');
  const granted = { role: 'association-instructeur', portee: 'portail', accordeLe: today, accordePar: 'ada' } as const;
  token.agent = await world.database.write(async (tx) => {
    await tx.insert(habilitation).values({ compteId: 'agent', ...granted });
    return openSession(tx, { now: noon }, { accountId: 'agent', device: 'Firefox', secondFactorGiven: true });
  });
  await voice('bea', 'm-bea');
  const name = (memberId: string, teamId = 'loir') =>
    codeOf(appointByAssociation(needs('agent'), member(memberId, teamId)));
  expect(await name('m-dora')).toBe('SUCCESSEUR_SANS_COMPTE');
  expect(await name('m-bea', 'oudon')).toBe('INTROUVABLE');
  expect(await name('m-bea')).toBe('fait');
  expect(await roles()).toMatchObject({ 'm-ada': 'referent', 'm-bea': 'referent' });
  expect(await openSuccessionsOf(world.database.db, 'loir')).toEqual([]);
  expect(await isOpen(token.agent)).toBe(true);
  expect((await logged()).at(-1)).toBe('agent decider-succession m-bea');
});

test('before an account goes away, the teams left without a référent are named with who could take over', async () => {
  const left = () => teamsLeftWithoutReferent(world, 'ada', today);
  expect(await left()).toEqual([{ id: 'loir', nom: 'loir', candidats: ['m-bea', 'm-cleo'] }]);
  expect(await teamsLeftWithoutReferent(world, 'bea', today)).toEqual([]);
  await appointReferent(needs('ada'), member('m-bea'));
  expect(await left()).toEqual([]);
});

test('the row of an account that goes away stays with its name, bound to nobody', async () => {
  await world.database.write((tx) => tx.delete(compte).where(eq(compte.id, 'bea')));
  expect(await world.rows("select nom, compte_id from membre where id = 'm-bea'")).toEqual([
    { nom: 'm-bea', compte_id: null },
  ]);
});
