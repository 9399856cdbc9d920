import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEmail } from '#domain/account/email.ts';
import type { HealthProfession } from '#domain/people/profession.ts';
import { notKnownYet } from '#domain/team/member.schema.ts';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { addMember } from '../../../src/server/team/add-member.ts';
import { declineInvitation } from '../../../src/server/team/answer-invitation.ts';
import { createTeam, type NewTeam } from '../../../src/server/team/create-team.ts';
import { membersOn } from '../../../src/server/team/team-store.ts';
import { openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.account('ada');
});
afterEach(() => world.close());

const email = (text: string) => {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.value;
};
const person = (prenom: string, profession: HealthProfession = 'infirmier') => ({
  ...notKnownYet,
  prenom,
  nom: 'Exemple',
  profession,
  entree: today,
});
const create = async (people: NewTeam['people'], nom = 'Équipe du Loir') => {
  const made = await createTeam(world.needs('ada'), {
    region: 'pays-de-la-loire',
    team: { nom, departements: ['53'] },
    creator: person('Ada', 'medecin-generaliste'),
    people,
    oneMore: true,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const seats = async (teamId: string) =>
  (await membersOn(world.database.db, teamId, today)).map(({ prenom, accord, role }) => `${prenom} ${role} ${accord}`);

test('a team is made at once with its people, in their order; who has an address is invited, each by her own link', async () => {
  const { teamId, unsent } = await create([
    { member: person('Béa'), email: email('bea@exemple.fr') },
    { member: person('Cléo'), email: null },
    { member: person('Dora'), email: email('dora@exemple.fr') },
  ]);
  expect(unsent).toEqual([]);
  expect(await seats(teamId)).toEqual([
    'Ada referent compte',
    'Béa membre attendu',
    'Cléo membre sans-compte',
    'Dora membre attendu',
  ]);
  expect(world.mails.map(({ to, type }) => `${to} ${type}`)).toEqual([
    'bea@exemple.fr invitation-equipe',
    'dora@exemple.fr invitation-equipe',
  ]);
  const tokens = world.mails.map((mail) => ('token' in mail ? mail.token : ''));
  expect(new Set(tokens).size).toBe(2);
  expect((await world.rows('select verbe from journal order by numero')).map(({ verbe }) => verbe)).toEqual([
    'creer-equipe',
    'ajouter-membre',
    'inviter',
    'ajouter-membre',
    'ajouter-membre',
    'inviter',
  ]);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});

test('of an address that was written to enough today, the person is written down and said not to be invited', async () => {
  const bea = { member: person('Béa'), email: email('bea@exemple.fr') };
  for (let n = 0; n < 5; n++) expect((await create([bea], `Équipe ${n}`)).unsent).toEqual([]);
  await world.database.client.execute("update equipe set transmise_le = '2026-11-20'");
  const made = await create([{ member: person('Ida'), email: null }, bea], 'Équipe 5');
  expect(made.unsent).toMatchObject([{ person: 1, refusal: { code: 'TROP_DE_COURRIELS' } }]);
  expect(await seats(made.teamId)).toEqual(['Ada referent compte', 'Ida membre sans-compte', 'Béa membre sans-compte']);
});

test('the same form sent twice at once makes one team, its people and their mails once', async () => {
  const people = [{ member: person('Béa'), email: email('bea@exemple.fr') }];
  const [one, two] = await Promise.all([create(people), create(people)]);
  expect(one.teamId).toBe(two.teamId);
  expect(await seats(one.teamId)).toEqual(['Ada referent compte', 'Béa membre attendu']);
  expect(world.mails).toHaveLength(1);
});

test('someone is added and invited in one act, and not added when her address may not be written to', async () => {
  const { teamId } = await create([]);
  const add = async (prenom: string, address: string | null) => {
    const asked = {
      teamId,
      formId: randomUUID(),
      member: person(prenom),
      email: address === null ? null : email(address),
    };
    const added = await addMember(world.needs('ada'), asked);
    return added.ok ? 'fait' : added.refusal.code;
  };
  expect(await add('Béa', 'bea@exemple.fr')).toBe('fait');
  expect(await add('Cléo', null)).toBe('fait');
  const link = await world.linkOf(world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : []))[0] ?? '');
  await declineInvitation(world.needs('ada'), link);
  expect(await add('Dora', 'bea@exemple.fr')).toBe('ADRESSE_A_DECLINE');
  expect((await seats(teamId)).sort()).toEqual([
    'Ada referent compte',
    'Béa membre decline',
    'Cléo membre sans-compte',
  ]);
});
