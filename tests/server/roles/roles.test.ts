import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseGrant, regionsOf } from '#domain/access/role-grant.ts';
import { readSession } from '../../../src/server/auth/session.ts';
import { grantRole, withdrawRole } from '../../../src/server/roles/grant-role.ts';
import {
  inviteAgent,
  pendingRoleLinks,
  readRoleOffer,
  takeUpRole,
  withdrawRoleLink,
} from '../../../src/server/roles/role-links.ts';
import { after, codeOf, noon, openRoleWorld, type RoleWorld } from './role-world.ts';

const admin = { role: 'association-admin', region: null } as const;
const reviewer = { role: 'association-instructeur', region: 'bretagne' } as const;

let world: RoleWorld;
beforeEach(async () => {
  world = await openRoleWorld();
  await world.administrator('ada');
  await world.account('bea');
});
afterEach(() => world.close());

const needsSecondFactor = async (id: string) =>
  (await world.rows(`select second_facteur_requis as wanted from compte where id = '${id}'`))[0]?.wanted;

test('a role given ends the sessions of the person, asks for a second factor, tells her, and is in the log', async () => {
  const token = await world.session('bea');
  expect(codeOf(await grantRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer }))).toBe('oui');
  expect(await readSession({ database: world.database, now: noon }, token)).toBeNull();
  expect(await needsSecondFactor('bea')).toBe(1);
  expect(await world.roles()).toContain('bea association-instructeur bretagne');
  expect(world.roleMails.map(({ type, to }) => [type, to])).toEqual([['attente', 'bea@exemple.fr']]);
  expect(await world.rows('select acteur, verbe, objet_id, detail from journal')).toEqual([
    {
      acteur: 'ada',
      verbe: 'accorder-role',
      objet_id: 'bea',
      detail: '{"role":"association-instructeur","portee":"bretagne"}',
    },
  ]);
  expect(codeOf(await grantRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer }))).toBe('DEJA_HABILITE');
});

test('the second factor stays required until the last role is taken back', async () => {
  await world.give('bea', 'ars', 'bretagne');
  await grantRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer });
  await withdrawRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer });
  expect(await needsSecondFactor('bea')).toBe(1);
  await withdrawRole(world.roleNeeds('ada'), { accountId: 'bea', grant: { role: 'ars', region: 'bretagne' } });
  expect(await needsSecondFactor('bea')).toBe(0);
  expect(codeOf(await withdrawRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer }))).toBe(
    'PAS_HABILITE',
  );
});

test('a passkey of one’s own keeps the second factor required when the last role goes', async () => {
  await grantRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer });
  await world.database.write((tx) =>
    tx.run(
      `insert into cle_acces (id, compte_id, cle_publique, compteur, transports, nom, cree_le) values ('k', 'bea', '', 0, '[]', '', '')`,
    ),
  );
  await withdrawRole(world.roleNeeds('ada'), { accountId: 'bea', grant: reviewer });
  expect(await needsSecondFactor('bea')).toBe(1);
});

test('nobody changes his own roles, and whoever is no administrator changes none', async () => {
  expect(codeOf(await grantRole(world.roleNeeds('ada'), { accountId: 'ada', grant: reviewer }))).toBe('PROPRE_COMPTE');
  expect(codeOf(await withdrawRole(world.roleNeeds('ada'), { accountId: 'ada', grant: admin }))).toBe('PROPRE_COMPTE');
  expect(codeOf(await grantRole(world.roleNeeds('bea'), { accountId: 'ada', grant: reviewer }))).toBe('INTROUVABLE');
  expect(codeOf(await inviteAgent(world.roleNeeds('bea'), { email: 'x@exemple.fr', grant: admin }))).toBe(
    'INTROUVABLE',
  );
  expect(await world.roles()).toEqual(['ada association-admin portail']);
});

test('two administrators who take the role from each other at once leave one of them', async () => {
  await world.administrator('zoe');
  const answers = await Promise.all([
    withdrawRole(world.roleNeeds('ada'), { accountId: 'zoe', grant: admin }),
    withdrawRole(world.roleNeeds('zoe'), { accountId: 'ada', grant: admin }),
  ]);
  expect(answers.map(codeOf)).toEqual(['oui', 'INTROUVABLE']);
  expect(await world.roles()).toEqual(['ada association-admin portail']);
});

test('a role sent by mail is taken up once by an account, whose session is renewed and waits for a second factor', async () => {
  await inviteAgent(world.roleNeeds('ada'), { email: 'Bea@Exemple.fr', grant: reviewer });
  const token = world.lastToken();
  expect(await readRoleOffer(world.database.db, token, noon)).toMatchObject({ grant: reviewer, by: 'ada' });
  const sessionToken = await world.session('bea');
  const taken = await takeUpRole(world.roleNeeds('bea'), { token, sessionToken });
  if (!taken.ok) throw new Error(taken.refusal.code);
  const needs = { database: world.database, now: noon };
  expect(await readSession(needs, sessionToken)).toBeNull();
  expect((await readSession(needs, taken.value.sessionToken))?.state).toBe('second-facteur-attendu');
  expect(await world.roles()).toContain('bea association-instructeur bretagne');
  expect(await world.rows('select email from jeton')).toEqual([{ email: null }]);
  expect(await world.log()).toEqual(['ada proposer-role', 'bea prendre-role']);
  const log = JSON.stringify(await world.rows('select * from journal'));
  expect(log).not.toContain(token);
  expect(log.toLowerCase()).not.toContain('exemple.fr');
});

test('of two accounts that take up the same link at once, one gets the role', async () => {
  await world.account('cyd');
  await inviteAgent(world.roleNeeds('ada'), { email: 'bea@exemple.fr', grant: reviewer });
  const token = world.lastToken();
  const answers = await Promise.all(
    ['bea', 'cyd'].map(async (id) => takeUpRole(world.roleNeeds(id), { token, sessionToken: await world.session(id) })),
  );
  expect(answers.map(codeOf).sort()).toEqual(['LIEN_ROLE_INUTILISABLE', 'oui']);
  expect((await world.roles()).filter((role) => role.includes('instructeur'))).toHaveLength(1);
});

test('a link dies after 72 hours, when it is withdrawn, and with the role of who gave it', async () => {
  const sessionToken = await world.session('bea', after(73));
  const sendOne = async () => {
    await inviteAgent(world.roleNeeds('ada'), { email: 'bea@exemple.fr', grant: reviewer });
    return world.lastToken();
  };
  const late = await sendOne();
  expect(await readRoleOffer(world.database.db, late, after(71))).not.toBeNull();
  expect(codeOf(await takeUpRole(world.roleNeeds('bea', after(73)), { token: late, sessionToken }))).toBe(
    'LIEN_ROLE_INUTILISABLE',
  );

  const [{ id = '' } = {}] = await pendingRoleLinks(world.database.db, noon);
  expect(codeOf(await withdrawRoleLink(world.roleNeeds('ada'), id))).toBe('oui');
  expect(codeOf(await withdrawRoleLink(world.roleNeeds('ada'), id))).toBe('LIEN_ROLE_INUTILISABLE');
  expect(await readRoleOffer(world.database.db, late, noon)).toBeNull();

  const orphan = await sendOne();
  await world.administrator('zoe');
  await withdrawRole(world.roleNeeds('zoe'), { accountId: 'ada', grant: admin });
  expect(await readRoleOffer(world.database.db, orphan, noon)).toBeNull();
});

test('nobody takes up a role that he sent himself, nor one that he holds; the link stays good for another', async () => {
  await inviteAgent(world.roleNeeds('ada'), { email: 'ada@exemple.fr', grant: reviewer });
  const token = world.lastToken();
  const take = async (id: string) =>
    codeOf(await takeUpRole(world.roleNeeds(id), { token, sessionToken: await world.session(id) }));
  expect(await take('ada')).toBe('PROPRE_COMPTE');
  await world.give('bea', 'association-instructeur', 'bretagne');
  expect(await take('bea')).toBe('DEJA_HABILITE');
  await world.account('cyd');
  expect(await take('cyd')).toBe('oui');
});

test('an administrator counts for the whole portal, an ARS for one region, a reviewer for either', () => {
  expect(codeOf(parseGrant('association-admin', 'bretagne'))).toBe('PORTEE_IMPOSSIBLE');
  expect(codeOf(parseGrant('ars', 'portail'))).toBe('PORTEE_IMPOSSIBLE');
  expect(codeOf(parseGrant('roi', 'portail'))).toBe('ROLE_INCONNU');
  expect(codeOf(parseGrant('ars', 'narnia'))).toBe('ROLE_INCONNU');
  expect(parseGrant('association-instructeur', 'portail')).toEqual({
    ok: true,
    value: { role: 'association-instructeur', region: null },
  });
  expect(parseGrant('association-instructeur', 'bretagne')).toEqual({ ok: true, value: reviewer });
});

test('the regions of someone are those of the roles asked for; a role of the portal reaches all eighteen', () => {
  const grants = [reviewer, { role: 'ars', region: 'corse' } as const];
  expect(regionsOf(grants, ['association-instructeur', 'association-gestionnaire'])).toEqual(['bretagne']);
  expect(regionsOf([{ role: 'association-gestionnaire', region: null }], ['association-gestionnaire'])).toHaveLength(
    18,
  );
});
