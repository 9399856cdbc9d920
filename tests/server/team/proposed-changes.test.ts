import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { correctMember } from '../../../src/server/team/correct-member.ts';
import { answerChange, openChangeOf, withdrawChange } from '../../../src/server/team/proposed-changes.ts';
import { memberOf, membersOf } from '../../../src/server/team/team-store.ts';
import { whyNot } from '../access/permit-as.ts';
import { openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.team('loir');
  for (const name of ['ada', 'bea', 'cleo']) await world.account(name);
  await world.member('loir', 'm-ada', { compteId: 'ada', role: 'referent' });
  await world.member('loir', 'm-bea', { compteId: 'bea', profession: 'infirmier', attestation: null });
});
afterEach(() => world.close());

const rowOf = async (id: string) => (await membersOf(world.database.db, 'loir')).find((row) => row.id === id)!;
const correct = async (actor: string, changes: object, id = 'm-bea') => {
  const row = await rowOf(id);
  const { id: _, sortie: __, ...member } = memberOf(row);
  const asked = { teamId: 'loir', memberId: id, version: row.version, member: { ...member, ...changes } };
  const corrected = await correctMember(world.needs(actor), asked);
  return corrected.ok ? corrected.value : corrected.refusal.code;
};
const open = async (id = 'm-bea') => openChangeOf(world.database.db, await rowOf(id));
const ofBea = async (changeId?: string) => ({
  teamId: 'loir',
  memberId: 'm-bea',
  changeId: changeId ?? (await open())?.id ?? '',
});
const codeOf = async (answer: Promise<Parameters<typeof whyNot>[0]>) => {
  const given = await answer;
  return given.ok ? 'fait' : whyNot(given);
};
const logged = async () =>
  (await world.rows('select acteur, verbe, detail from journal order by numero')).map(
    ({ acteur, verbe, detail }) => `${acteur} ${verbe} ${JSON.parse(String(detail)).champs}`,
  );
const told = () => world.mails.map(({ to, type }) => `${to} ${type}`);

test('a référent proposes a new name; the old one counts, and what is not hers to say changes at once', async () => {
  const before = await rowOf('m-bea');
  expect(await correct('ada', { nom: 'Autre', profession: 'pharmacien', cpts: 'CPTS du Loir' })).toEqual({
    isProposed: true,
  });
  expect(await rowOf('m-bea')).toEqual({ ...before, cpts: 'CPTS du Loir', version: 2 });
  expect((await open())?.change).toEqual({ nom: 'Autre', profession: 'pharmacien' });
  expect(told()).toEqual(['bea@exemple.fr changement-propose']);
  expect(world.mails[0]).toMatchObject({ path: '/espace/equipes/loir/membres/m-bea' });
  expect(await logged()).toEqual(['ada corriger-membre cpts', 'ada proposer-changement nom profession']);
  expect(JSON.stringify(await world.rows('select * from journal'))).not.toContain('Autre');
});

test('she says yes: it counts, and what she attests is dated of that day', async () => {
  await correct('ada', { nom: 'Autre', attestation: '2026-02-02' });
  expect(await codeOf(answerChange(world.needs('bea'), { ...(await ofBea()), says: 'oui' }))).toBe('fait');
  expect(await rowOf('m-bea')).toMatchObject({ nom: 'Autre', attestation: today, version: 2 });
  expect(await open()).toBeNull();
  expect(told()).toEqual(['bea@exemple.fr changement-propose', 'ada@exemple.fr changement-repondu']);
  expect(await logged()).toEqual([
    'ada proposer-changement nom attestation',
    'bea accepter-changement nom attestation',
  ]);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});

test('she says no: nothing changes, and the référents are told', async () => {
  const before = await rowOf('m-bea');
  await correct('ada', { profession: 'pharmacien' });
  expect(await codeOf(answerChange(world.needs('bea'), { ...(await ofBea()), says: 'non' }))).toBe('fait');
  expect(await rowOf('m-bea')).toEqual(before);
  expect(told()).toContain('ada@exemple.fr changement-repondu');
  expect(await world.rows('select * from changement_membre')).toEqual([]);
});

test('nobody answers in her place', async () => {
  await correct('ada', { nom: 'Autre' });
  const saidBy = async (actor: string) => codeOf(answerChange(world.needs(actor), { ...(await ofBea()), says: 'oui' }));
  expect([await saidBy('ada'), await saidBy('cleo')]).toEqual(['ROLE_INSUFFISANT', 'INTROUVABLE']);
});

test('what she reads is what she accepts: a proposal replaced meanwhile is not accepted by its former number', async () => {
  await correct('ada', { nom: 'Autre' });
  const former = (await open())?.id;
  await correct('ada', { nom: 'Encore Autre' });
  expect(await codeOf(answerChange(world.needs('bea'), { ...(await ofBea(former)), says: 'oui' }))).toBe(
    'CHANGEMENT_CLOS',
  );
  expect((await open())?.change).toEqual({ nom: 'Encore Autre' });
});

test('the same proposal sent twice is one, and writes once', async () => {
  const proposals = [correct('ada', { nom: 'Autre', cpts: 'A' }), correct('ada', { nom: 'Autre', cpts: 'A' })];
  expect(await Promise.all(proposals)).toEqual([{ isProposed: true }, { isProposed: true }]);
  expect(told()).toEqual(['bea@exemple.fr changement-propose']);
});

test('a référent takes a proposal back; an answer and that at once: one wins', async () => {
  await correct('ada', { nom: 'Autre' });
  const asked = await ofBea();
  const answers = await Promise.all([
    codeOf(withdrawChange(world.needs('ada'), asked)),
    codeOf(answerChange(world.needs('bea'), { ...asked, says: 'oui' })),
  ]);
  expect(answers).toEqual(['fait', 'CHANGEMENT_CLOS']);
  expect((await rowOf('m-bea')).nom).toBe('m-bea');
});

test('she corrects her own row alone, a référent his own and a line that nobody joined', async () => {
  await world.member('loir', 'm-dora');
  for (const [actor, id] of [
    ['bea', 'm-bea'],
    ['ada', 'm-ada'],
    ['ada', 'm-dora'],
  ] as const) {
    expect(await correct(actor, { nom: 'Autre' }, id)).toEqual({ isProposed: false });
    expect((await rowOf(id)).nom).toBe('Autre');
  }
  expect(world.mails).toEqual([]);
});

test('once she has closed her account, what was proposed waits no more', async () => {
  await correct('ada', { nom: 'Autre' });
  await world.database.client.execute("delete from compte where id = 'bea'");
  expect(await open()).toBeNull();
  expect(await correct('ada', { nom: 'Morel' })).toEqual({ isProposed: false });
  expect(await world.rows('select * from changement_membre')).toEqual([]);
});

test('five proposals a day for one person, then it waits', async () => {
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await correct('ada', { nom: `Nom ${n}` }));
  expect(answers.slice(4)).toEqual([{ isProposed: true }, 'TROP_DE_COURRIELS']);
});
