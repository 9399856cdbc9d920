import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseGrant, regionsOf } from '#domain/access/role-grant.ts';
import { readSession } from '../../../src/server/auth/session.ts';
import { grantRole, withdrawRole } from '../../../src/server/roles/grant-role.ts';
import { inviteAgent } from '../../../src/server/roles/invite-agent.ts';
import { codeOf, noon, openRoleWorld, type RoleWorld } from './role-world.ts';

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

test('the other administrators are told of a role given, and neither who gives it nor who gets it', async () => {
  await world.administrator('zoe');
  await grantRole(world.roleNeeds('ada'), { accountId: 'bea', grant: admin });
  expect(world.roleMails.map(({ type, to }) => [type, to])).toEqual([
    ['attente', 'bea@exemple.fr'],
    ['role-pris', 'zoe@exemple.fr'],
  ]);
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
    'ROLE_INSUFFISANT',
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
