import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/server/audit/audit-log.ts';
import { openSession } from '../../../src/server/auth/session.ts';
import { acceptInvitation, readInvitation } from '../../../src/server/team/answer-invitation.ts';
import { createTeam } from '../../../src/server/team/create-team.ts';
import { deleteTeam } from '../../../src/server/team/delete-team.ts';
import { eraseMember } from '../../../src/server/team/erase-member.ts';
import { inviteMember } from '../../../src/server/team/invite-member.ts';
import { memberOf, membersOf } from '../../../src/server/team/team-store.ts';
import { whyNot } from '../access/permit-as.ts';
import { noon, openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
  await world.team('loir', 'Équipe du Loir');
  for (const name of ['ada', 'bea']) await world.account(name);
  await world.member('loir', 'm-ada', { compteId: 'ada', rejointLe: today, role: 'referent' });
  await world.member('loir', 'm-bea', { prenom: 'Béa', nom: 'Morel' });
});
afterEach(() => world.close());

const needs = (actor: string) => ({ ...world.needs(actor), address: '192.0.2.10' });
const erase = async (memberId: string, teamId = 'loir') => {
  const erased = await eraseMember(needs('ada'), { teamId, memberId });
  return erased.ok ? 'fait' : whyNot(erased);
};
const remove = async () => {
  const deleted = await deleteTeam(needs('ada'), { teamId: 'loir' });
  return deleted.ok ? 'fait' : whyNot(deleted);
};
const invite = async () => {
  await inviteMember(needs('ada'), { teamId: 'loir', memberId: 'm-bea', email: 'bea@exemple.fr' });
  return world.mails.flatMap((mail) => ('token' in mail ? [mail.token] : [])).at(-1) ?? '';
};
const join = async (token: string) => {
  const sessionToken = await world.database.write((tx) =>
    openSession(tx, { now: noon }, { accountId: 'bea', device: 'Test' }),
  );
  expect((await acceptInvitation(needs('bea'), { link: await world.linkOf(token), sessionToken })).ok).toBe(true);
};
const count = async (table: string) => (await world.rows(`select count(*) as n from ${table}`))[0]?.n;
const logged = async () =>
  (await world.rows('select verbe, objet_id, detail from journal order by numero')).map(
    ({ verbe, objet_id, detail }) => `${verbe} ${objet_id} ${detail}`,
  );

test('a line made by mistake goes with its invitation: its link opens nothing, and the log names nobody', async () => {
  const token = await invite();
  expect(await erase('m-bea')).toBe('fait');
  expect([await count('membre'), await count('invitation')]).toEqual([1, 0]);
  expect(await readInvitation(world, await world.linkOf(token), today)).toBeNull();
  expect((await logged()).slice(1).map((line) => line.split(' ')[0])).toEqual(['retirer-invitation', 'effacer-membre']);
  expect((await logged()).at(-1)).toBe('effacer-membre loir {"membre":"m-bea"}');
  expect(JSON.stringify(await world.rows('select * from journal'))).not.toMatch(/Morel|Béa|@/);
  expect(await firstBrokenLink(world.database.db)).toBeNull();
});

test('who joined is not erased, not even once her account is closed', async () => {
  await join(await invite());
  expect(await erase('m-bea')).toBe('MEMBRE_A_REJOINT');
  await world.database.client.execute("delete from compte where id = 'bea'");
  expect(await erase('m-bea')).toBe('MEMBRE_A_REJOINT');
});

test('whose consent the association recorded is not erased; a line of another team does not exist here', async () => {
  await world.member('loir', 'm-cleo', { consentiLe: today });
  expect(await erase('m-cleo')).toBe('MEMBRE_A_CONSENTI');
  await world.team('oudon');
  await world.member('oudon', 'm-oudon');
  expect(await erase('m-oudon')).toBe('INTROUVABLE');
});

test('who answers while her line is erased: one wins', async () => {
  const token = await invite();
  const sessionToken = await world.database.write((tx) =>
    openSession(tx, { now: noon }, { accountId: 'bea', device: 'Test' }),
  );
  const joining = acceptInvitation(needs('bea'), { link: await world.linkOf(token), sessionToken });
  expect([(await joining).ok, await erase('m-bea')]).toEqual([true, 'MEMBRE_A_REJOINT']);
});

test('a team that nobody else joined goes whole, and gives its name back', async () => {
  await invite();
  expect(await remove()).toBe('fait');
  for (const table of ['equipe', 'membre', 'invitation', 'succession', 'changement_membre']) {
    expect([table, await count(table)]).toEqual([table, 0]);
  }
  expect((await logged()).at(-1)).toBe('supprimer-equipe loir {}');
  expect(await remove()).toBe('INTROUVABLE');
  const creator = { nom: 'Roux', prenom: 'Ada', profession: 'infirmier' as const };
  const again = await createTeam(needs('bea'), {
    region: 'pays-de-la-loire',
    team: { nom: 'équipe du loir', departements: ['53'] },
    creator: { ...(await aMember()), ...creator },
    people: [],
    oneMore: false,
  });
  expect(again.ok).toBe(true);
});
const aMember = async () => {
  await world.team('modele');
  await world.member('modele', 'm-modele');
  const { id: _, ...member } = memberOf((await membersOf(world.database.db, 'modele'))[0]!);
  return member;
};

test('a team that someone joined, left or agreed to, or that the ARS has, stays', async () => {
  await world.member('loir', 'm-left', { rejointLe: '2026-01-01', sortie: '2026-02-01' });
  expect(await remove()).toBe('EQUIPE_HABITEE');
  expect(await erase('m-bea')).toBe('fait');
  await world.database.client.execute("delete from membre where id = 'm-left'");
  await world.database.client.execute("update equipe set transmise_le = '2026-11-01'");
  expect(await remove()).toBe('EQUIPE_TRANSMISE');
});

test('one account prepares five teams at a time, and one more once it has deleted one', async () => {
  const creator = await aMember();
  const create = async (nom: string) => {
    const team = { nom, departements: ['53'] };
    const made = await createTeam(needs('bea'), {
      region: 'pays-de-la-loire',
      team,
      creator,
      people: [],
      oneMore: true,
    });
    return made.ok ? made.value.teamId : made.refusal.code;
  };
  const made = [];
  for (let n = 0; n < 5; n++) made.push(await create(`Équipe ${n}`));
  expect(await create('Équipe 5')).toBe('TROP_D_EQUIPES');
  expect(await create('Équipe 4')).toBe(made[4]);
  await deleteTeam(needs('bea'), { teamId: made[0]! });
  expect(await create('Équipe 5')).not.toBe('TROP_D_EQUIPES');
});

test('who had joined before it was recorded is known from the row, the invitations and the log', async () => {
  await join(await invite());
  await world.member('loir', 'm-cleo');
  await world.database.client.execute("update membre set rejoint_le = null, compte_id = null where id = 'm-bea'");
  await world.database.client.execute("update membre set rejoint_le = null where id = 'm-ada'");
  const [file] = globSync('src/server/db/migrations/*_venues.sql');
  const sql = readFileSync(file!, 'utf8');
  await world.database.client.execute(sql.slice(sql.indexOf('UPDATE')));
  expect(await world.rows('select id, rejoint_le from membre order by id')).toEqual([
    { id: 'm-ada', rejoint_le: today },
    { id: 'm-bea', rejoint_le: today },
    { id: 'm-cleo', rejoint_le: null },
  ]);
});
