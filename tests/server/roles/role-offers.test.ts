import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteAccount } from '../../../src/server/accounts/delete-account.ts';
import { readSession } from '../../../src/server/auth/session.ts';
import { purgeAccounts } from '../../../src/server/jobs/purge-accounts.ts';
import { exportAccount } from '../../../src/server/personal-data/export-account.ts';
import { confirmClaim, refuseClaim } from '../../../src/server/roles/decide-claim.ts';
import { grantRole, withdrawRole } from '../../../src/server/roles/grant-role.ts';
import { inviteAgent, withdrawRoleLink } from '../../../src/server/roles/invite-agent.ts';
import { claimsOf, waitingOffers } from '../../../src/server/roles/role-offers.ts';
import { takeUpRole } from '../../../src/server/roles/take-up-role.ts';
import { after, codeOf, noon, openRoleWorld, type RoleWorld } from './role-world.ts';

const admin = { role: 'association-admin', region: null } as const;
const reviewer = { role: 'association-instructeur', region: 'bretagne' } as const;
const hasReviewer = (id: string) => `${id} association-instructeur bretagne`;

let world: RoleWorld;
beforeEach(async () => {
  world = await openRoleWorld();
  for (const id of ['ada', 'zoe']) await world.administrator(id);
  for (const id of ['bea', 'cyd']) await world.account(id);
});
afterEach(() => world.close());

/** Sends Béa a link, and returns its token. */
async function offered(grant: Parameters<typeof inviteAgent>[1]['grant'] = reviewer): Promise<string> {
  const sent = await inviteAgent(world.roleNeeds('ada'), { email: 'Bea@Exemple.fr', grant });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return world.lastToken();
}

const follow = async (id: string, token: string, now = noon) =>
  takeUpRole(world.roleNeeds(id, now), { token, sessionToken: await world.session(id, now) });
const becomes = async (id: string, token: string, now = noon) => {
  const followed = await follow(id, token, now);
  return followed.ok ? followed.value.became : followed.refusal.code;
};
const waiting = async (now = noon) => {
  const { links, claims } = await waitingOffers(world.database.db, now);
  return { links: links.length, claims: claims.map(({ account, email }) => `${account.name} pour ${email}`) };
};
const claimId = async () => (await waitingOffers(world.database.db, noon)).claims[0]?.id ?? '';
const mails = () => world.roleMails.map(({ type, to }) => `${type} ${to}`);

test('the account whose address was written to takes the role up; its session is renewed and waits for a second factor', async () => {
  const token = await offered();
  const sessionToken = await world.session('bea');
  const taken = await takeUpRole(world.roleNeeds('bea'), { token, sessionToken });
  if (!taken.ok || taken.value.became !== 'prise') throw new Error('The role was not taken up.');
  const needs = { database: world.database, now: noon };
  expect(await readSession(needs, sessionToken)).toBeNull();
  expect((await readSession(needs, taken.value.sessionToken))?.state).toBe('second-facteur-attendu');
  expect(await world.roles()).toContain(hasReviewer('bea'));
  expect(mails()).toEqual(['role-propose Bea@exemple.fr', 'role-pris ada@exemple.fr', 'role-pris zoe@exemple.fr']);
  expect(await world.log()).toEqual(['ada proposer-role', 'bea prendre-role']);
  expect(await world.rows('select email from offre_role')).toEqual([{ email: null }]);
  const log = JSON.stringify(await world.rows('select * from journal'));
  expect(log).not.toContain(token);
  expect(log.toLowerCase()).not.toContain('exemple.fr');
  expect(await world.standing('bea', token)).toBe('prise');
  expect(await becomes('bea', token)).toBe('LIEN_ROLE_INUTILISABLE');
});

test('an account of another address gets nothing: it asks, keeps its session, and the administrators are told', async () => {
  const token = await offered();
  const sessionToken = await world.session('cyd');
  expect(await takeUpRole(world.roleNeeds('cyd'), { token, sessionToken })).toEqual({
    ok: true,
    value: { became: 'demandee' },
  });
  expect((await readSession({ database: world.database, now: noon }, sessionToken))?.state).toBe('ouverte');
  expect(await world.roles()).toEqual(['ada association-admin portail', 'zoe association-admin portail']);
  expect(await waiting()).toEqual({ links: 0, claims: ['cyd pour Bea@exemple.fr'] });
  expect(mails().slice(1)).toEqual(['role-demande ada@exemple.fr', 'role-demande zoe@exemple.fr']);
  expect(await world.log()).toEqual(['ada proposer-role', 'cyd demander-role']);
});

test('a claim sent twice is one claim, and a second person cannot claim beside it', async () => {
  const token = await offered();
  const both = await Promise.all([becomes('cyd', token), becomes('cyd', token)]);
  expect(both).toEqual(['demandee', 'demandee']);
  await world.account('dan');
  expect(await becomes('dan', token)).toBe('DEMANDE_EN_COURS');
  expect(mails().filter((mail) => mail.startsWith('role-demande'))).toHaveLength(2);
});

test('a claim confirmed opens the role, ends the sessions of the person, tells her and the other administrator, once', async () => {
  const token = await offered();
  const session = await world.session('cyd');
  await takeUpRole(world.roleNeeds('cyd'), { token, sessionToken: session });
  const id = await claimId();
  world.roleMails.length = 0;
  expect(codeOf(await confirmClaim(world.roleNeeds('zoe'), id))).toBe('oui');
  expect(codeOf(await confirmClaim(world.roleNeeds('ada'), id))).toBe('DEMANDE_CLOSE');
  expect(codeOf(await refuseClaim(world.roleNeeds('ada'), id))).toBe('DEMANDE_CLOSE');
  expect(await world.roles()).toContain(hasReviewer('cyd'));
  expect(await world.rows("select accorde_par from habilitation where compte_id = 'cyd'")).toEqual([
    { accorde_par: 'zoe' },
  ]);
  expect(await readSession({ database: world.database, now: noon }, session)).toBeNull();
  expect(mails()).toEqual(['role-confirme cyd@exemple.fr', 'role-pris ada@exemple.fr']);
  expect((await world.log()).at(-1)).toBe('zoe confirmer-demande-role');
  expect(await waiting()).toEqual({ links: 0, claims: [] });
  expect(await becomes('bea', token)).toBe('LIEN_ROLE_INUTILISABLE');
});

test('a claim refused opens nothing, tells the person by page and by mail, and ends the link for all', async () => {
  const token = await offered();
  await becomes('cyd', token);
  world.roleMails.length = 0;
  expect(codeOf(await refuseClaim(world.roleNeeds('zoe'), await claimId()))).toBe('oui');
  expect((await world.roles()).some((role) => role.startsWith('cyd'))).toBe(false);
  expect(mails()).toEqual(['role-refuse cyd@exemple.fr']);
  expect((await world.log()).at(-1)).toBe('zoe refuser-demande-role');
  expect(await world.standing('cyd', token)).toBe('refusee');
  expect((await claimsOf(world.database.db, 'cyd', noon)).map(({ etat }) => etat)).toEqual(['refusee']);
  expect(await becomes('cyd', token)).toBe('LIEN_ROLE_INUTILISABLE');
  expect(await becomes('bea', token)).toBe('LIEN_ROLE_INUTILISABLE');
});

test('a claim takes nothing from who was written to: she takes the role up, and the other is told no', async () => {
  const token = await offered();
  await becomes('cyd', token);
  const id = await claimId();
  world.roleMails.length = 0;
  expect(await becomes('bea', token)).toBe('prise');
  expect(mails()).toEqual(['role-refuse cyd@exemple.fr', 'role-pris ada@exemple.fr', 'role-pris zoe@exemple.fr']);
  expect(codeOf(await confirmClaim(world.roleNeeds('ada'), id))).toBe('DEMANDE_CLOSE');
  expect(await world.roles()).toContain(hasReviewer('bea'));
  expect(await world.roles()).not.toContain(hasReviewer('cyd'));
});

test('nobody answers his own claim, nor does who is no administrator, or no more', async () => {
  const token = await offered();
  expect(await becomes('zoe', token)).toBe('demandee');
  const id = await claimId();
  expect(codeOf(await confirmClaim(world.roleNeeds('zoe'), id))).toBe('PROPRE_COMPTE');
  expect(codeOf(await confirmClaim(world.roleNeeds('bea'), id))).toBe('INTROUVABLE');
  expect(codeOf(await refuseClaim(world.roleNeeds('bea'), id))).toBe('INTROUVABLE');
  expect(await waiting()).toEqual({ links: 0, claims: ['zoe pour Bea@exemple.fr'] });
});

test('nobody follows a link that he sent himself, nor one for a role that he holds; the link stays good', async () => {
  const token = await offered();
  expect(await becomes('ada', token)).toBe('PROPRE_COMPTE');
  await world.give('bea', 'association-instructeur', 'bretagne');
  expect(await becomes('bea', token)).toBe('DEJA_HABILITE');
  expect(await becomes('cyd', token)).toBe('demandee');
});

test('of the two who follow a link at once, the one who was written to gets the role', async () => {
  const token = await offered();
  await Promise.all([becomes('cyd', token), becomes('bea', token)]);
  expect((await world.roles()).filter((role) => role.includes('instructeur'))).toEqual([hasReviewer('bea')]);
});

test('a link dies after 72 hours and when it is withdrawn', async () => {
  const late = await offered();
  expect(await world.standing('bea', late, after(71))).toBe('a-prendre');
  expect(await becomes('bea', late, after(73))).toBe('LIEN_ROLE_INUTILISABLE');
  expect(await becomes('cyd', late, after(73))).toBe('LIEN_ROLE_INUTILISABLE');
  const [{ id = '' } = {}] = (await waitingOffers(world.database.db, noon)).links;
  expect(codeOf(await withdrawRoleLink(world.roleNeeds('bea'), id))).toBe('ROLE_INSUFFISANT');
  expect(codeOf(await withdrawRoleLink(world.roleNeeds('ada'), id))).toBe('oui');
  expect(codeOf(await withdrawRoleLink(world.roleNeeds('ada'), id))).toBe('OFFRE_CLOSE');
  expect(await world.standing('bea', late)).toBe('close');
});

test('a link dies with the role of who sent it, also for who was written to; a claim made before waits for another', async () => {
  const unclaimed = await offered();
  const claimed = await offered();
  await becomes('cyd', claimed);
  await withdrawRole(world.roleNeeds('zoe'), { accountId: 'ada', grant: admin });
  expect(await becomes('bea', unclaimed)).toBe('LIEN_ROLE_INUTILISABLE');
  expect(await becomes('bea', claimed)).toBe('LIEN_ROLE_INUTILISABLE');
  expect(codeOf(await confirmClaim(world.roleNeeds('zoe'), await claimId()))).toBe('oui');
});

test('a claim waits 14 days, then is erased with the address; what was decided is erased after 30', async () => {
  const token = await offered();
  await becomes('cyd', token);
  const id = await claimId();
  const kept = async () => (await world.rows('select id from offre_role')).length;
  const purge = (now: Date) => purgeAccounts({ database: world.database, now });
  await purge(after(13 * 24));
  expect(await kept()).toBe(1);
  expect(codeOf(await confirmClaim(world.roleNeeds('ada', after(14 * 24)), id))).toBe('DEMANDE_CLOSE');
  await purge(after(14 * 24));
  expect(await kept()).toBe(0);

  await becomes('cyd', await offered());
  await refuseClaim(world.roleNeeds('ada'), await claimId());
  await purge(after(29 * 24));
  expect(await kept()).toBe(1);
  await purge(after(30 * 24));
  expect(await kept()).toBe(0);
});

test('a role given to who claimed it before she is answered makes the yes a formality', async () => {
  await becomes('cyd', await offered());
  const id = await claimId();
  await grantRole(world.roleNeeds('ada'), { accountId: 'cyd', grant: reviewer });
  expect(codeOf(await confirmClaim(world.roleNeeds('zoe'), id))).toBe('oui');
  expect((await world.roles()).filter((role) => role.includes('instructeur'))).toEqual([hasReviewer('cyd')]);
});

test('a claim whose account is deleted is no claim: the link waits again for who was written to', async () => {
  const token = await offered();
  await becomes('cyd', token);
  await world.rows("delete from compte where id = 'cyd'");
  expect(await waiting()).toEqual({ links: 1, claims: [] });
  expect(await becomes('bea', token)).toBe('prise');
});

test('what is kept of a claim and of a role is in the export of one’s account', async () => {
  await becomes('bea', await offered());
  await becomes('cyd', await offered());
  const kept = async (id: string) => {
    const exported = await exportAccount(world.accountNeeds(), id);
    return exported.ok && { roles: exported.value.roles, rolesDemandes: exported.value.rolesDemandes };
  };
  const at = '2026-11-23T12:00:00.000Z';
  const role = { role: 'association-instructeur', portee: 'bretagne' };
  expect(await kept('bea')).toEqual({
    roles: [{ ...role, accordeLe: at }],
    rolesDemandes: [{ ...role, etat: 'prise', depuis: at }],
  });
  expect(await kept('cyd')).toEqual({ roles: [], rolesDemandes: [{ ...role, etat: 'demandee', depuis: at }] });
});

test('the only administrator does not delete his account; one of two does', async () => {
  const remove = async (id: string) => {
    const session = { account: { id }, secondFactorAt: noon.toISOString(), openedAt: noon.toISOString() };
    return codeOf(await deleteAccount(world.accountNeeds(), { session, passphrase: '' }));
  };
  expect(await remove('ada')).toBe('oui');
  expect(await remove('zoe')).toBe('DERNIER_ADMINISTRATEUR');
  await world.give('bea', 'association-admin', 'portail');
  expect(await remove('zoe')).toBe('oui');
});
