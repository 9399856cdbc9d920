import { afterEach, beforeEach, expect, test } from 'vitest';
import { offerFirstAdministrator, renewAdministratorLink } from '../../../src/server/roles/first-administrator.ts';
import { takeUpRole } from '../../../src/server/roles/take-up-role.ts';
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
  expect(await world.standing('bea', token, after(23))).toBe('a-prendre');
  expect(await world.standing('bea', token, after(25))).toBe('close');
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
  expect(await world.standing('bea', first, noon)).toBe('close');
  expect(await world.standing('bea', second, noon)).toBe('a-prendre');
  await world.administrator('ada');
  const third = tokenOf(await renewAdministratorLink(world.roleNeeds('')));
  const sessionToken = await world.session('bea');
  expect(codeOf(await takeUpRole(world.roleNeeds('bea'), { token: third, sessionToken }))).toBe('oui');
  // Who administers the site already hears of it: the link has no address that would vouch for who follows it.
  expect(world.roleMails.map(({ type, to }) => [type, to])).toEqual([['role-pris', 'ada@exemple.fr']]);
});
