import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Member } from '#domain/team/member.schema.ts';
import { addMember } from '../../../src/server/team/add-member.ts';
import { changeTeam } from '../../../src/server/team/change-team.ts';
import { correctMember } from '../../../src/server/team/correct-member.ts';
import { createTeam, teamsInPreparation } from '../../../src/server/team/create-team.ts';
import { setLastDay } from '../../../src/server/team/exit-member.ts';
import { readTeamLog } from '../../../src/server/team/read-team-log.ts';
import { teamsOf } from '../../../src/server/team/read-teams.ts';
import { whyNot } from '../access/permit-as.ts';
import { openTeamWorld, type TeamWorld, today } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
});
afterEach(() => world.close());

const region = 'pays-de-la-loire';
const someone: Member = {
  nom: 'Morel',
  prenom: 'Anne',
  profession: 'infirmier',
  rpps: null,
  exercice: 'liberal',
  centre: null,
  commune: '53130',
  messagerie: null,
  entree: '2026-06-01',
  sortie: null,
  attestation: null,
  autresEspClap: [],
  cpts: null,
};
const rpps = '10003456789';
const codeOf = (result: Parameters<typeof whyNot>[0]) => (result.ok ? 'accepted' : whyNot(result));
const create = (account: string, nom: string, more = {}) =>
  createTeam(world.needs(account), {
    region,
    team: { nom, departements: ['53'] },
    creator: someone,
    people: [],
    oneMore: false,
    ...more,
  });
const add = (more: Partial<Member> = {}, formId: string = randomUUID()) =>
  addMember(world.needs('anne'), { teamId: 'gorron', formId, member: { ...someone, ...more }, email: null });
const versionOf = async (id: string) =>
  Number((await world.rows(`select version from membre where id = '${id}'`))[0]?.version);

/** A team led by Anne, with Bruno, who has an account. */
async function gorron() {
  await world.account('anne');
  await world.account('bruno');
  await world.team('gorron', 'Pays de Gorron');
  await world.member('gorron', 'm-anne', { compteId: 'anne', role: 'referent' });
  await world.member('gorron', 'm-bruno', { compteId: 'bruno' });
}

test('whoever creates a team leads it from the first day, and the log says so without a name', async () => {
  await world.account('anne');
  const created = await create('anne', 'Pays de Gorron');
  const teamId = created.ok ? created.value.teamId : '';
  expect(await world.rows('select compte_id, role, nom, profession from membre')).toEqual([
    { compte_id: 'anne', role: 'referent', nom: 'Morel', profession: 'infirmier' },
  ]);
  const [line] = await world.rows('select acteur, verbe, objet_type, objet_id, detail from journal');
  expect(line).toMatchObject({ acteur: 'anne', verbe: 'creer-equipe', objet_type: 'equipe', objet_id: teamId });
  expect(String(line?.detail)).not.toMatch(/Morel|Anne|Gorron/);
});

test('the same form sent twice at once makes one team, and both answers lead to it', async () => {
  await world.account('anne');
  const [one, two] = await Promise.all([create('anne', 'Pays de Gorron'), create('anne', 'Pays de Gorron')]);
  expect(one.ok && two.ok && one.value.teamId === two.value.teamId).toBe(true);
  expect([one, two].map((made) => made.ok && made.value.isNew).sort()).toEqual([false, true]);
  expect(await world.rows('select count(*) as n from equipe')).toEqual([{ n: 1 }]);
  expect(await world.rows('select count(*) as n from membre')).toEqual([{ n: 1 }]);
});

test('a second team is made once the person says that she wants one more, and not before', async () => {
  await world.account('anne');
  await create('anne', 'Pays de Gorron');
  const second = await create('anne', 'Mayenne Nord');
  expect(second).toMatchObject({ refusal: { code: 'EQUIPE_EN_PREPARATION', equipes: [{ nom: 'Pays de Gorron' }] } });
  expect(codeOf(await create('anne', 'Mayenne Nord', { oneMore: true }))).toBe('accepted');
  expect((await teamsInPreparation(world, 'anne', today)).map(({ nom }) => nom)).toEqual([
    'Pays de Gorron',
    'Mayenne Nord',
  ]);
});

test('a team handed to the ARS is in preparation no more', async () => {
  await world.account('anne');
  await create('anne', 'Pays de Gorron');
  await world.database.write((tx) => tx.run("update equipe set transmise_le = '2026-11-20'"));
  expect(codeOf(await create('anne', 'Mayenne Nord'))).toBe('accepted');
});

test.each(['Pays de Gorron', 'pays de gorron', 'PAYS-DE-GORRON', '  Pàys  de « Gorron » '])(
  'the name of another’s team is taken, written %s, whether one more is wanted or not',
  async (nom) => {
    await world.account('anne');
    await world.account('bruno');
    await create('anne', 'Pays de Gorron');
    expect(await create('bruno', nom, { oneMore: true })).toEqual({ ok: false, refusal: { code: 'NOM_PRIS' } });
    expect(codeOf(await create('bruno', nom, { region: 'bretagne' }))).toBe('accepted');
  },
);

test('of ten people who ask for one name at once, one gets it', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, (_, n) => world.account(`p${n}`)));
  const answers = await Promise.all(people.map((id) => create(id, 'Pays de Gorron')));
  expect(answers.map(codeOf).sort()).toEqual([...Array(9).fill('NOM_PRIS'), 'accepted']);
});

test('nobody creates a team that he has not arrived in', async () => {
  await world.account('anne');
  const creator = { ...someone, entree: '2026-11-24' };
  expect(codeOf(await create('anne', 'Pays de Gorron', { creator }))).toBe('ARRIVEE_APRES_COUP');
});

test('a name changes on the version that was read, and on no older one', async () => {
  await gorron();
  await world.team('autre', 'Mayenne Nord');
  const change = (version: number, nom: string) =>
    changeTeam(world.needs('anne'), { teamId: 'gorron', version, region, team: { nom, departements: ['44', '53'] } });
  expect(codeOf(await change(1, 'Mayenne nord'))).toBe('NOM_PRIS');
  expect(codeOf(await change(1, 'Bocage'))).toBe('accepted');
  expect(codeOf(await change(1, 'Autre nom'))).toBe('VERSION_DEPASSEE');
  expect(codeOf(await change(1, 'Bocage'))).toBe('accepted');
  expect(await world.rows("select nom, nom_cle, departements, version from equipe where id = 'gorron'")).toEqual([
    { nom: 'Bocage', nom_cle: 'bocage', departements: '["44","53"]', version: 2 },
  ]);
});

test('thirty people who add the same RPPS at once add one member', async () => {
  await gorron();
  const answers = await Promise.all(Array.from({ length: 30 }, () => add({ rpps })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.filter(({ ok }) => !ok).map(codeOf))).toEqual(new Set(['RPPS_PRIS']));
  expect(await world.rows(`select count(*) as n from membre where rpps = '${rpps}'`)).toEqual([{ n: 1 }]);
});

test('the same form sent twice adds one member, even without a number', async () => {
  await gorron();
  const formId = randomUUID();
  const [one, two] = await Promise.all([add({}, formId), add({}, formId)]);
  expect(one).toEqual(two);
  expect(await world.rows("select count(*) as n from membre where equipe_id = 'gorron'")).toEqual([{ n: 3 }]);
});

test('a form that bears the id of a member of another team touches nothing there', async () => {
  await gorron();
  await world.team('autre', 'Autre');
  await world.member('autre', 'm-autre');
  const added = await add({ nom: 'Roux' }, 'm-autre');
  expect(added.ok && added.value.memberId).not.toBe('m-autre');
  expect(await world.rows("select equipe_id, nom from membre where id = 'm-autre'")).toEqual([
    { equipe_id: 'autre', nom: 'm-autre' },
  ]);
});

test('who left comes back in a new row, with the same number, and the past stays', async () => {
  await gorron();
  await world.member('gorron', 'm-claire', { rpps, entree: '2026-01-01', sortie: '2026-05-31' });
  expect(codeOf(await add({ rpps, entree: '2026-05-31' }))).toBe('RPPS_PRIS');
  expect(codeOf(await add({ rpps, entree: '2026-06-01' }))).toBe('accepted');
  expect(await world.rows(`select entree, sortie from membre where rpps = '${rpps}' order by entree`)).toEqual([
    { entree: '2026-01-01', sortie: '2026-05-31' },
    { entree: '2026-06-01', sortie: null },
  ]);
});

test('a team holds sixty members at once, past ones not counted', async () => {
  await gorron();
  await world.member('gorron', 'parti', { sortie: '2026-11-22' });
  for (let n = 0; n < 57; n++) await world.member('gorron', `m${n}`);
  const answers = await Promise.all([add(), add(), add()]);
  expect(answers.map(codeOf).sort()).toEqual(['EQUIPE_PLEINE', 'EQUIPE_PLEINE', 'accepted']);
  const exit = { teamId: 'gorron', memberId: 'parti', version: 1, lastDay: null };
  expect(codeOf(await setLastDay(world.needs('anne'), exit))).toBe('EQUIPE_PLEINE');
});

test('of two corrections of one version the second is refused, and changes nothing', async () => {
  await gorron();
  const correct = (nom: string) => {
    const { sortie: _, ...member } = { ...someone, nom, entree: '2026-01-01' };
    return correctMember(world.needs('bruno'), { teamId: 'gorron', memberId: 'm-bruno', version: 1, member });
  };
  const answers = await Promise.all([correct('Petit'), correct('Grand')]);
  expect(answers.map(codeOf)).toEqual(['accepted', 'VERSION_DEPASSEE']);
  expect(codeOf(await correct('Petit'))).toBe('accepted');
  expect(await world.rows("select nom, compte_id, version from membre where id = 'm-bruno'")).toEqual([
    { nom: 'Petit', compte_id: 'bruno', version: 2 },
  ]);
  const [line] = await world.rows("select detail from journal where verbe = 'corriger-membre'");
  expect(JSON.parse(String(line?.detail))).toEqual({
    membre: 'm-bruno',
    champs: 'nom prenom profession attestation',
  });
});

test('a day of arrival is moved by who leads the team, and not by a member in her own row', async () => {
  await gorron();
  const move = (actor: string) => {
    const { sortie: _, ...member } = { ...someone, entree: '2026-02-01' };
    return correctMember(world.needs(actor), { teamId: 'gorron', memberId: 'm-bruno', version: 1, member });
  };
  expect(codeOf(await move('bruno'))).toBe('ROLE_INSUFFISANT');
  expect(await world.rows("select entree from membre where id = 'm-bruno'")).toEqual([{ entree: '2026-01-01' }]);
  expect(codeOf(await move('anne'))).toBe('accepted');
});

test('a correction takes no number of another, and sends nobody who has an account to the future', async () => {
  await gorron();
  await world.member('gorron', 'm-claire', { rpps });
  const correct = (memberId: string, more: Partial<Member>) => {
    const { sortie: _, ...member } = { ...someone, ...more };
    return correctMember(world.needs('anne'), { teamId: 'gorron', memberId, version: 1, member });
  };
  expect(await correct('m-bruno', { rpps })).toEqual({ ok: false, refusal: { code: 'RPPS_PRIS', membre: 'm-claire' } });
  expect(codeOf(await correct('m-anne', { entree: '2027-01-01' }))).toBe('ARRIVEE_APRES_COUP');
  expect(codeOf(await correct('m-bruno', { entree: '2027-01-01' }))).toBe('ARRIVEE_APRES_COUP');
  expect(codeOf(await correct('m-claire', { entree: '2027-01-01' }))).toBe('accepted');
});

test('a member of another team is not found from here', async () => {
  await gorron();
  await world.team('autre', 'Autre');
  await world.member('autre', 'm-autre');
  const exit = { teamId: 'gorron', memberId: 'm-autre', version: 1, lastDay: today };
  expect(codeOf(await setLastDay(world.needs('anne'), exit))).toBe('INTROUVABLE');
});

test('a last day is set, moved, taken back; never before the arrival', async () => {
  await gorron();
  const exit = async (lastDay: string | null) =>
    codeOf(
      await setLastDay(world.needs('bruno'), {
        teamId: 'gorron',
        memberId: 'm-bruno',
        version: await versionOf('m-bruno'),
        lastDay,
      }),
    );
  expect(await exit('2025-12-31')).toBe('SORTIE_AVANT_ENTREE');
  expect(await exit(today)).toBe('accepted');
  expect(await exit('2026-12-31')).toBe('accepted');
  expect(await exit(null)).toBe('accepted');
  await exit(today);
  await world.member('gorron', 'm-bruno-2', { compteId: 'bruno', entree: '2026-11-24' });
  expect(await exit(null)).toBe('PLACE_DEJA_REPRISE');
});

test('the last référent leaves on no day, and those who could lead are named', async () => {
  await gorron();
  const leaves = (memberId: string, lastDay: string) =>
    setLastDay(world.needs('anne'), { teamId: 'gorron', memberId, version: 1, lastDay });
  const refused = { ok: false, refusal: { code: 'DERNIER_REFERENT', candidats: ['m-bruno'] } };
  expect(await leaves('m-anne', today)).toEqual(refused);
  expect(await leaves('m-anne', '2030-01-01')).toEqual(refused);
});

test('two référents who set their last days do not count on each other', async () => {
  await gorron();
  await world.database.write((tx) => tx.run("update membre set role = 'referent' where id = 'm-bruno'"));
  const leaves = (memberId: string, lastDay: string) =>
    setLastDay(world.needs('anne'), { teamId: 'gorron', memberId, version: 1, lastDay });
  const answers = await Promise.all([leaves('m-anne', '2026-12-31'), leaves('m-bruno', '2026-12-15')]);
  expect(answers.map(codeOf)).toEqual(['accepted', 'DERNIER_REFERENT']);
});

test('teams of the present and of the past, each once', async () => {
  await gorron();
  await world.team('ancienne', 'Ancienne');
  await world.member('ancienne', 'm1', { compteId: 'anne', sortie: '2026-02-01' });
  await world.member('gorron', 'm2', { compteId: 'anne', entree: '2025-01-01', sortie: '2025-12-31' });
  expect((await teamsOf(world.database.db, 'anne', today)).map(({ team, isPresent }) => [team.id, isPresent])).toEqual([
    ['gorron', true],
    ['ancienne', false],
  ]);
});

test('the log of a team, fifty lines a page, the latest first, and no line of another team', async () => {
  await gorron();
  for (let n = 0; n < 51; n++) {
    const exit = { teamId: 'gorron', memberId: 'm-bruno', version: n + 1, lastDay: n % 2 ? null : today };
    await setLastDay({ ...world.needs('anne'), throttleKey: Buffer.alloc(32, n) }, exit);
  }
  await world.account('claire');
  await create('claire', 'Mayenne Nord');
  const first = await readTeamLog(world, 'gorron', 1);
  expect([first.page, first.pages, first.lines.length]).toEqual([1, 2, 50]);
  expect(first.lines[0]?.detail).toEqual({ membre: 'm-bruno', sortie: today, par: 'referent' });
  expect((await readTeamLog(world, 'gorron', 2)).lines).toHaveLength(1);
  expect(await readTeamLog(world, 'gorron', 1_000)).toMatchObject({ page: 2, pages: 2, lines: [{ number: 1 }] });
  expect(await readTeamLog(world, 'inconnue', 3)).toEqual({ page: 1, pages: 1, lines: [] });
});

/** The lookups of teams, as SQL. */
test.each([
  "select * from equipe where id = 'x' limit 1",
  "select * from equipe where region = 'x' and nom_cle = 'y' limit 1",
  "select * from membre where equipe_id = 'x' order by cree_le, id",
  "select id from membre where id = 'x'",
  "select * from membre where compte_id = 'x'",
  "select * from membre inner join equipe on equipe.id = membre.equipe_id where compte_id = 'x' and role = 'referent' order by equipe.cree_le",
  "select count(*) from journal where objet_type = 'equipe' and objet_id = 'x'",
  "select * from journal where objet_type = 'equipe' and objet_id = 'x' order by numero desc limit 50 offset 50",
])('no walk through a table: %s', async (sql) => {
  const plan = (await world.rows(`explain query plan ${sql}`)).map(({ detail }) => String(detail));
  expect(plan.length).toBeGreaterThan(0);
  expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([]);
});
