import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSession } from '../../../src/server/auth/session.ts';
import { habilitation } from '../../../src/server/db/schema/accounts.ts';
import { acceptInvitation, declineInvitation } from '../../../src/server/team/answer-invitation.ts';
import { correctMember } from '../../../src/server/team/correct-member.ts';
import { inviteMember, withdrawInvitation } from '../../../src/server/team/invite-member.ts';
import { recordConsent, withdrawConsent } from '../../../src/server/team/record-consent.ts';
import { memberOf, membersOf, membersOfTeams, membersOn } from '../../../src/server/team/team-store.ts';
import { whyNot } from '../access/permit-as.ts';
import { noon, openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  for (const name of ['ada', 'bea', 'agent']) await world.account(name);
  const granted = { role: 'association-instructeur', portee: 'portail', accordeLe: today, accordePar: 'ada' } as const;
  await world.database.write((tx) => tx.insert(habilitation).values({ compteId: 'agent', ...granted }));
  await world.team('loir');
  await world.member('loir', 'm-ada', { compteId: 'ada', role: 'referent' });
  await world.member('loir', 'm-bea');
});
afterEach(() => world.close());

const needs = (actor: string) => ({ ...world.needs(actor), address: '192.0.2.10' });
const accordOf = async (id: string, day = today) =>
  (await membersOn(world.database.db, 'loir', day)).find((row) => row.id === id)?.accord;
const invite = async () => {
  const sent = await inviteMember(needs('ada'), { teamId: 'loir', memberId: 'm-bea', email: 'bea@exemple.fr' });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return {
    id: sent.value.invitationId,
    token: world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : []))[0]!,
  };
};
const ground = 'Document signé reçu le 12 novembre.';
const record = async (memberId = 'm-bea', text = ground, actor = 'agent') => {
  const recorded = await recordConsent(needs(actor), { teamId: 'loir', memberId, ground: text });
  return recorded.ok ? 'fait' : whyNot(recorded);
};
const consentOf = async (id: string) =>
  (await world.rows(`select consenti_le, consenti_par, consentement_motif from membre where id = '${id}'`))[0];
const nothing = { consenti_le: null, consenti_par: null, consentement_motif: null };

test('someone is unasked, then awaited, then has declined or joined', async () => {
  expect([await accordOf('m-ada'), await accordOf('m-bea')]).toEqual(['compte', 'sans-compte']);
  const { id, token } = await invite();
  expect([
    await accordOf('m-bea'),
    await accordOf('m-bea', '2026-12-07'),
    await accordOf('m-bea', '2026-12-08'),
  ]).toEqual(['attendu', 'attendu', 'sans-compte']);
  await withdrawInvitation(needs('ada'), { teamId: 'loir', invitationId: id });
  expect(await accordOf('m-bea')).toBe('sans-compte');
  expect(token).not.toBe('');
});

test('who declined stays so; who joins has agreed', async () => {
  const { token } = await invite();
  const sessionToken = await world.database.write((tx) =>
    openSession(tx, { now: noon }, { accountId: 'bea', device: 'Test' }),
  );
  await acceptInvitation(needs('bea'), { link: await world.linkOf(token), sessionToken });
  expect(await accordOf('m-bea')).toBe('compte');
  await world.member('loir', 'm-cleo');
  await inviteMember(needs('ada'), { teamId: 'loir', memberId: 'm-cleo', email: 'cleo@exemple.fr' });
  const [, second] = world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : []));
  await declineInvitation({ ...needs('ada'), actor: 'public' }, await world.linkOf(second!));
  expect(await accordOf('m-cleo')).toBe('decline');
});

test('members of several teams are read at once, each with her own answer', async () => {
  await world.team('oudon');
  await world.member('oudon', 'm-oudon', { consentiLe: today });
  const rows = await membersOfTeams(world.database.db, ['loir', 'oudon'], today);
  expect(rows.map(({ id, equipeId, accord }) => [equipeId, id, accord])).toEqual([
    ['loir', 'm-ada', 'compte'],
    ['loir', 'm-bea', 'sans-compte'],
    ['oudon', 'm-oudon', 'association'],
  ]);
});

test('the association records a consent with its reason: the référents are told, the log holds no reason', async () => {
  expect(await record()).toBe('fait');
  expect(await accordOf('m-bea')).toBe('association');
  expect(await consentOf('m-bea')).toEqual({
    consenti_le: today,
    consenti_par: 'agent',
    consentement_motif: ground,
  });
  expect(world.mails).toMatchObject([
    { type: 'attente', to: 'ada@exemple.fr', path: '/espace/equipes/loir/membres/m-bea' },
  ]);
  expect(await world.rows('select acteur, verbe, detail from journal')).toEqual([
    { acteur: 'agent', verbe: 'enregistrer-consentement', detail: '{"membre":"m-bea"}' },
  ]);
  expect(await record()).toBe('CONSENTEMENT_DEJA_ENREGISTRE');
});

test('a consent asks for a reason, of someone who is there and does not answer for herself', async () => {
  expect(await record('m-bea', '   oui ')).toBe('MOTIF_MANQUE');
  expect(await record('m-bea', 'x'.repeat(301))).toBe('MOTIF_TROP_LONG');
  expect(await record('m-bea', 'Accord reçu pour le patient 1 85 05 78 006 084 91.')).toBe('MOTIF_DIT_UN_PATIENT');
  expect(await record('m-ada')).toBe('MEMBRE_A_UN_COMPTE');
  await world.member('loir', 'm-gone', { sortie: '2026-11-22' });
  expect(await record('m-gone')).toBe('MEMBRE_PARTI');
  expect(await record('m-nobody')).toBe('INTROUVABLE');
  await world.team('oudon');
  await world.member('oudon', 'm-oudon');
  expect(await record('m-oudon')).toBe('INTROUVABLE');
});

test('a recorded consent is taken back by the association, and ends when she declines', async () => {
  await record();
  expect((await withdrawConsent(needs('agent'), { teamId: 'loir', memberId: 'm-bea' })).ok).toBe(true);
  expect(await consentOf('m-bea')).toEqual(nothing);
  expect(await withdrawConsent(needs('agent'), { teamId: 'loir', memberId: 'm-bea' })).toEqual({
    ok: false,
    refusal: { code: 'PAS_DE_CONSENTEMENT' },
  });
  await record();
  const { token } = await invite();
  expect(await accordOf('m-bea')).toBe('association');
  await declineInvitation({ ...needs('ada'), actor: 'public' }, await world.linkOf(token));
  expect(await accordOf('m-bea')).toBe('decline');
});

test('what was recorded of one person is not said of another under the same row', async () => {
  const correct = async (changes: object) => {
    const row = (await membersOf(world.database.db, 'loir')).find(({ id }) => id === 'm-bea')!;
    const { id: _, sortie: __, ...member } = memberOf(row);
    const asked = { teamId: 'loir', memberId: 'm-bea', version: row.version, member: { ...member, ...changes } };
    expect((await correctMember(world.needs('ada'), asked)).ok).toBe(true);
  };
  await record();
  await correct({ cpts: 'CPTS du Loir' });
  expect(await accordOf('m-bea')).toBe('association');
  for (const changes of [{ nom: 'Autre' }, { prenom: 'Autre' }, { profession: 'pharmacien' }]) {
    await correct(changes);
    expect(await accordOf('m-bea')).toBe('sans-compte');
    await record();
  }
});
