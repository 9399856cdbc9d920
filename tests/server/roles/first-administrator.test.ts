import { afterEach, beforeEach, expect, test } from 'vitest';
import { offerFirstAdministrator, renewAdministratorLink } from '../../../src/server/roles/first-administrator.ts';
import { readRoleOffer, takeUpRole } from '../../../src/server/roles/role-links.ts';
import { after, codeOf, noon, openRoleWorld, type RoleWorld } from './role-world.ts';

let world: RoleWorld;
beforeEach(async () => {
  world = await openRoleWorld();
  await world.account('bea');
});
afterEach(() => world.close());

const tokenOf = (offered: unknown): string => (offered as { token: string }).token;

test('a site without administrator gives one link, once, for 24 hours; then says that one waits; then nothing', async () => {
  const token = tokenOf(await offerFirstAdministrator(world.roleNeeds('')));
  expect(await offerFirstAdministrator(world.roleNeeds(''))).toBe('attendu');
  expect(await readRoleOffer(world.database.db, token, after(25))).toBeNull();
  const sessionToken = await world.session('bea');
  expect(codeOf(await takeUpRole(world.roleNeeds('bea'), { token, sessionToken }))).toBe('oui');
  expect(await world.roles()).toEqual(['bea association-admin portail']);
  expect(await offerFirstAdministrator(world.roleNeeds(''))).toBe('present');
  expect(await world.log()).toEqual(['systeme proposer-role', 'bea prendre-role']);
});

test('two starts at once give one link', async () => {
  const both = await Promise.all([1, 2].map(() => offerFirstAdministrator(world.roleNeeds(''))));
  expect(both.filter((it) => it === 'attendu')).toHaveLength(1);
});

test('a link asked for anew makes the former void, and works beside an administrator', async () => {
  const first = tokenOf(await offerFirstAdministrator(world.roleNeeds('')));
  const second = tokenOf(await renewAdministratorLink(world.roleNeeds('')));
  expect(await readRoleOffer(world.database.db, first, noon)).toBeNull();
  expect(await readRoleOffer(world.database.db, second, noon)).toMatchObject({ by: 'systeme', email: null });
  await world.administrator('ada');
  const third = tokenOf(await renewAdministratorLink(world.roleNeeds('')));
  expect(await readRoleOffer(world.database.db, third, noon)).not.toBeNull();
});
