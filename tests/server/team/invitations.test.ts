import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession, readSession } from '../../../src/server/auth/session.ts';
import { acceptInvitation, declineInvitation, readInvitation } from '../../../src/server/team/answer-invitation.ts';
import { setLastDay } from '../../../src/server/team/exit-member.ts';
import { expireInvitations } from '../../../src/server/team/expire-invitations.ts';
import type { InvitationNeeds } from '../../../src/server/team/invitation-store.ts';
import {
  correctAddress,
  inviteMember,
  resendInvitation,
  withdrawInvitation,
} from '../../../src/server/team/invite-member.ts';
import { whyNot } from '../access/permit-as.ts';
import { noon, openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.account('ada');
  await world.account('bea');
  await world.account('cleo');
  await world.team('loir', 'Équipe du Loir');
  await world.member('loir', 'm-ada', { compteId: 'ada', role: 'referent', prenom: 'Ada', nom: 'Roux' });
  await world.member('loir', 'm-bea', { prenom: 'Béa', nom: 'Morel', profession: 'infirmier' });
});
afterEach(() => world.close());

const key = Buffer.alloc(32, 7);
const later = (days: number) => new Date(noon.getTime() + days * 24 * 3_600_000);
const needs = (actor = 'ada', more: Partial<InvitationNeeds> = {}): InvitationNeeds => ({
  ...world.needs(actor, more),
  throttleKey: key,
  address: '192.0.2.10',
});

async function invite(email = 'bea@exemple.fr', more: Partial<InvitationNeeds> = {}): Promise<string> {
  const sent = await inviteMember(needs('ada', more), { teamId: 'loir', memberId: 'm-bea', email });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return sent.value.invitationId;
}
function tokens(): string[] {
  return world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : []));
}
const lastToken = (): string => tokens().at(-1) ?? '';
const sessionOf = (accountId: string): Promise<string> =>
  world.database.write((tx) => openSession(tx, { now: noon }, { accountId, device: 'Firefox' }));
const linkOf = (token: string) => world.linkOf(token);
const shown = async (token: string, day: string) => readInvitation(world, await linkOf(token), day);
const join = async (actor: string, token = lastToken(), now = noon) =>
  acceptInvitation(needs(actor, { now }), { link: await linkOf(token), sessionToken: await sessionOf(actor) });
const decline = async (token = lastToken(), now = noon) =>
  declineInvitation({ ...needs('ada', { now }), actor: 'public' }, await linkOf(token));
const codeOf = async (answer: Promise<Parameters<typeof whyNot>[0]>) => {
  const given = await answer;
  return given.ok ? 'fait' : whyNot(given);
};
const state = () => world.rows('select etat, jusquau, envois, email from invitation');
const seat = async () => (await world.rows("select compte_id, role from membre where id = 'm-bea'"))[0];
const logged = async () =>
  (await world.rows('select acteur, verbe from journal order by numero')).map(
    ({ acteur, verbe }) => `${acteur} ${verbe}`,
  );

test('someone invited on 23 November is written to once, may answer until 7 December, and sees who invites', async () => {
  const id = await invite();
  expect(world.mails).toEqual([
    { type: 'invitation-equipe', to: 'bea@exemple.fr', token: lastToken(), key: `invitation:${id}:1` },
  ]);
  expect(await state()).toEqual([{ etat: 'envoyee', jusquau: '2026-12-07', envois: 1, email: 'bea@exemple.fr' }]);
  expect(await shown(lastToken(), today)).toEqual({
    etat: 'envoyee',
    jusquau: '2026-12-07',
    email: 'bea@exemple.fr',
    equipe: { id: 'loir', nom: 'Équipe du Loir' },
    membre: {
      nom: 'Morel',
      prenom: 'Béa',
      profession: 'infirmier',
      attestation: '2026-01-01',
      compteId: null,
      sortie: null,
    },
    invitePar: 'Ada Roux',
  });
});

test('the link is kept as a hash, and the log holds no address', async () => {
  await invite();
  const kept = JSON.stringify([
    await world.rows('select * from invitation'),
    await world.rows('select * from journal'),
  ]);
  expect(kept).not.toContain(lastToken());
  expect(JSON.stringify(await world.rows('select * from journal'))).not.toContain('@');
});

test('accepting binds the account, changes its session token, and erases the address', async () => {
  await invite();
  const before = await sessionOf('bea');
  const joined = await acceptInvitation(needs('bea'), { link: await linkOf(lastToken()), sessionToken: before });
  if (!joined.ok) throw new Error(joined.refusal.code);
  expect(joined.value.teamId).toBe('loir');
  expect(await seat()).toEqual({ compte_id: 'bea', role: 'membre' });
  expect(await state()).toEqual([{ etat: 'acceptee', jusquau: '2026-12-07', envois: 1, email: '' }]);
  expect(await readSession(needs(), before)).toBeNull();
  expect((await readSession(needs(), joined.value.sessionToken))?.account.id).toBe('bea');
  expect(await logged()).toEqual(['ada inviter', 'bea accepter-invitation']);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});

test('who joins attests on that day what was shown to her, and nothing that was not', async () => {
  const attested = async () => (await world.rows("select attestation from membre where id = 'm-bea'"))[0]?.attestation;
  await invite();
  await join('bea');
  expect(await attested()).toBe('2026-11-23');
  await world.database.client.execute("update membre set compte_id = null, attestation = null where id = 'm-bea'");
  await world.database.client.execute('delete from invitation');
  await invite('bea.morel@exemple.fr');
  await join('cleo');
  expect(await attested()).toBeNull();
});

test('a link that was accepted is used up, for the same account and for another', async () => {
  await invite();
  expect(await codeOf(join('bea'))).toBe('fait');
  expect(await codeOf(join('bea'))).toBe('INVITATION_ETAT');
  expect(await codeOf(join('cleo'))).toBe('INVITATION_ETAT');
  expect(await codeOf(decline())).toBe('INVITATION_ETAT');
});

test('an account that is in the team already takes no second place', async () => {
  await invite();
  expect(await codeOf(join('ada'))).toBe('DEJA_MEMBRE');
  expect(await seat()).toEqual({ compte_id: null, role: 'membre' });
});

test('someone who left the team may come back in a new row', async () => {
  await world.member('loir', 'm-old', { compteId: 'bea', sortie: '2026-10-31' });
  await invite();
  expect(await codeOf(join('bea'))).toBe('fait');
});

test('whoever takes the place of a référent who closed the account joins as a member', async () => {
  await world.database.client.execute("update membre set role = 'referent' where id = 'm-bea'");
  await invite();
  await join('bea');
  expect(await seat()).toEqual({ compte_id: 'bea', role: 'membre' });
});

test('a session closed meanwhile binds nothing and leaves the link good', async () => {
  await invite();
  const answer = acceptInvitation(needs('bea'), { link: await linkOf(lastToken()), sessionToken: 'closed' });
  expect(await codeOf(answer)).toBe('SESSION_FERMEE');
  expect(await codeOf(join('bea'))).toBe('fait');
});

test('the last day counts, the day after does not, and a link sent anew works again', async () => {
  const invitationId = await invite();
  const old = lastToken();
  expect((await shown(old, '2026-12-07'))?.etat).toBe('envoyee');
  expect((await shown(old, '2026-12-08'))?.etat).toBe('expiree');
  expect(await codeOf(decline(old, later(15)))).toBe('INVITATION_EXPIREE');
  expect(await codeOf(resendInvitation(needs('ada', { now: later(15) }), { teamId: 'loir', invitationId }))).toBe(
    'fait',
  );
  expect(await state()).toEqual([{ etat: 'renvoyee', jusquau: '2026-12-22', envois: 2, email: 'bea@exemple.fr' }]);
  expect(await shown(old, '2026-12-08')).toBeNull();
  const late = { link: await linkOf(lastToken()), sessionToken: await sessionOf('bea') };
  expect(await codeOf(acceptInvitation(needs('bea', { today: '2026-12-22' }), late))).toBe('fait');
});

test('expiry is written down the day after the last day, once', async () => {
  const invitationId = await invite();
  await expireInvitations({ database: world.database, now: later(14) });
  expect((await state())[0]?.etat).toBe('envoyee');
  for (const _ of [1, 2]) {
    await expireInvitations({ database: world.database, now: later(15) });
  }
  expect((await state())[0]?.etat).toBe('expiree');
  expect(await logged()).toEqual(['ada inviter', 'systeme expirer-invitation']);
  expect(await codeOf(withdrawInvitation(needs('ada', { now: later(15) }), { teamId: 'loir', invitationId }))).toBe(
    'fait',
  );
});

test('a wrong address is corrected on the same invitation, and the stranger holds nothing', async () => {
  const invitationId = await invite('bae@exemple.fr');
  const strangers = lastToken();
  expect(await codeOf(correctAddress(needs(), { teamId: 'loir', invitationId, email: 'BAE@exemple.fr' }))).toBe(
    'ADRESSE_INCHANGEE',
  );
  expect(await codeOf(correctAddress(needs(), { teamId: 'loir', invitationId, email: 'bea@' }))).toBe('EMAIL_INVALIDE');
  expect(await codeOf(correctAddress(needs(), { teamId: 'loir', invitationId, email: 'bea@exemple.fr' }))).toBe('fait');
  expect(world.mails.map(({ to, key }) => [to, key])).toEqual([
    ['bae@exemple.fr', `invitation:${invitationId}:1`],
    ['bea@exemple.fr', `invitation:${invitationId}:2`],
  ]);
  expect(await state()).toEqual([{ etat: 'renvoyee', jusquau: '2026-12-07', envois: 2, email: 'bea@exemple.fr' }]);
  expect(await codeOf(join('cleo', strangers))).toBe('INTROUVABLE');
  expect(await codeOf(join('bea'))).toBe('fait');
});

test('someone who declined is not written to again at that address, by any invitation of the team', async () => {
  const invitationId = await invite();
  expect(await codeOf(decline())).toBe('fait');
  expect(await codeOf(resendInvitation(needs(), { teamId: 'loir', invitationId }))).toBe('INVITATION_ETAT');
  expect(await codeOf(withdrawInvitation(needs(), { teamId: 'loir', invitationId }))).toBe('INVITATION_ETAT');
  const correct = (email: string) => correctAddress(needs(), { teamId: 'loir', invitationId, email });
  expect(await codeOf(correct('bea@exemple.fr'))).toBe('ADRESSE_A_DECLINE');
  expect(await codeOf(correct('bea.morel@exemple.fr'))).toBe('fait');
  expect(await codeOf(correct('Bea@exemple.fr'))).toBe('ADRESSE_A_DECLINE');
  await world.member('loir', 'm-again');
  expect(await codeOf(inviteMember(needs(), { teamId: 'loir', memberId: 'm-again', email: 'bea@exemple.fr' }))).toBe(
    'ADRESSE_A_DECLINE',
  );
  expect(world.mails.length).toBe(2);
  expect(await logged()).toEqual(['ada inviter', 'public decliner-invitation', 'ada corriger-adresse-invitation']);
});

test('another team may still write to someone who declined', async () => {
  await invite();
  await decline();
  await world.team('oudon');
  await world.member('oudon', 'm-ada-oudon', { compteId: 'ada', role: 'referent' });
  await world.member('oudon', 'm-oudon');
  const sent = inviteMember(needs(), { teamId: 'oudon', memberId: 'm-oudon', email: 'bea@exemple.fr' });
  expect(await codeOf(sent)).toBe('fait');
});

test('a withdrawn invitation opens nothing, keeps no address, and the member may be invited anew', async () => {
  const invitationId = await invite();
  expect(await codeOf(withdrawInvitation(needs(), { teamId: 'loir', invitationId }))).toBe('fait');
  expect(await state()).toEqual([{ etat: 'retiree', jusquau: '2026-12-07', envois: 1, email: '' }]);
  expect(await codeOf(join('bea'))).toBe('INVITATION_ETAT');
  expect(await codeOf(decline())).toBe('INVITATION_ETAT');
  expect(await codeOf(resendInvitation(needs(), { teamId: 'loir', invitationId }))).toBe('INVITATION_ETAT');
  await invite();
  expect(await codeOf(join('bea'))).toBe('fait');
});

test('one invitation at a time, for a member without account who is still there', async () => {
  await invite();
  const again = (memberId: string, teamId = 'loir') =>
    inviteMember(needs(), { teamId, memberId, email: 'x@exemple.fr' });
  expect(await codeOf(again('m-bea'))).toBe('DEJA_INVITE');
  expect(await codeOf(again('m-ada'))).toBe('MEMBRE_A_UN_COMPTE');
  await world.member('loir', 'm-gone', { sortie: '2026-11-22' });
  expect(await codeOf(again('m-gone'))).toBe('MEMBRE_PARTI');
  await world.team('oudon');
  expect(await codeOf(again('m-bea', 'oudon'))).toBe('INTROUVABLE');
  expect(await codeOf(inviteMember(needs(), { teamId: 'loir', memberId: 'm-bea', email: 'a@b' }))).toBe(
    'EMAIL_INVALIDE',
  );
  expect(world.mails.length).toBe(1);
});

test('an invitation of another team does not exist', async () => {
  const invitationId = await invite();
  await world.team('oudon');
  const foreign = { teamId: 'oudon', invitationId };
  expect(await codeOf(resendInvitation(needs(), foreign))).toBe('INTROUVABLE');
  expect(await codeOf(withdrawInvitation(needs(), foreign))).toBe('INTROUVABLE');
  expect(await codeOf(correctAddress(needs(), { ...foreign, email: 'x@exemple.fr' }))).toBe('INTROUVABLE');
});

test('a member whose last day is past cannot accept; on the last day he can', async () => {
  await invite();
  await world.database.client.execute("update membre set sortie = '2026-11-22' where id = 'm-bea'");
  expect(await codeOf(join('bea'))).toBe('MEMBRE_PARTI');
  await world.database.client.execute("update membre set sortie = '2026-11-23' where id = 'm-bea'");
  expect(await codeOf(join('bea'))).toBe('fait');
});

test('a last day takes back the invitation that waits, and that one only', async () => {
  await invite();
  const other = await world.member('loir', 'm-other');
  await inviteMember(needs(), { teamId: 'loir', memberId: other, email: 'autre@exemple.fr' });
  const exit = { teamId: 'loir', memberId: 'm-bea', version: 1, lastDay: '2026-11-30' };
  expect(await codeOf(setLastDay(needs(), exit))).toBe('fait');
  expect(await world.rows('select membre_id, etat from invitation order by membre_id')).toEqual([
    { membre_id: 'm-bea', etat: 'retiree' },
    { membre_id: 'm-other', etat: 'envoyee' },
  ]);
  expect((await logged()).slice(-2)).toEqual(['ada fixer-sortie', 'ada retirer-invitation']);
});

test('two people who accept one link at the same time: exactly one is bound', async () => {
  await invite();
  const answers = await Promise.all([join('bea'), join('cleo'), join('bea'), join('cleo')]);
  expect(answers.filter(({ ok }) => ok).length).toBe(1);
  const first = answers.find(({ ok }) => ok);
  expect(first).toBeDefined();
  expect((await logged()).filter((line) => line.endsWith('accepter-invitation')).length).toBe(1);
});

test('an answer and a withdrawal at the same time: one wins, in either order', async () => {
  for (const order of ['accept', 'withdraw'] as const) {
    const memberId = await world.member('loir', `m-${order}`);
    const sent = await inviteMember(needs(), { teamId: 'loir', memberId, email: `${order}@exemple.fr` });
    if (!sent.ok) throw new Error(sent.refusal.code);
    const account = await world.account(order);
    const answer = { link: await linkOf(lastToken()), sessionToken: await sessionOf(account) };
    const accepting = () => acceptInvitation(needs(account), answer);
    const withdrawing = () => withdrawInvitation(needs(), { teamId: 'loir', invitationId: sent.value.invitationId });
    const acts = order === 'accept' ? [accepting, withdrawing] : [withdrawing, accepting];
    const results = await Promise.all(acts.map((act) => codeOf(act())));
    expect(results).toEqual(['fait', 'INVITATION_ETAT']);
    const [row] = await world.rows(
      `select etat, compte_id from invitation join membre on membre.id = membre_id where membre_id = '${memberId}'`,
    );
    expect(row).toEqual(
      order === 'accept' ? { etat: 'acceptee', compte_id: account } : { etat: 'retiree', compte_id: null },
    );
  }
});

test('twenty resends at once: five mails to one address pass, numbered in order, and one link works', async () => {
  const invitationId = await invite();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(resendInvitation(needs(), { teamId: 'loir', invitationId }))),
  );
  expect(answers.filter((answer) => answer === 'fait').length).toBe(4);
  expect(answers.filter((answer) => answer === 'TROP_DE_COURRIELS').length).toBe(16);
  expect(world.mails.map((mail) => mail.key)).toEqual([1, 2, 3, 4, 5].map((n) => `invitation:${invitationId}:${n}`));
  expect((await state())[0]).toMatchObject({ etat: 'renvoyee', envois: 5 });
  const open = [];
  for (const token of tokens()) open.push((await shown(token, today)) !== null);
  expect(open).toEqual([false, false, false, false, true]);
});

test('one network address writes to thirty people, and then waits', async () => {
  const answers = [];
  for (let i = 0; i < 32; i++) {
    const memberId = await world.member('loir', `m-${i}`);
    answers.push(await codeOf(inviteMember(needs(), { teamId: 'loir', memberId, email: `p${i}@exemple.fr` })));
  }
  expect(answers.filter((answer) => answer === 'fait').length).toBe(30);
  expect(answers.slice(30)).toEqual(['TROP_DE_COURRIELS', 'TROP_DE_COURRIELS']);
});
