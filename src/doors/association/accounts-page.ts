import type { StaffRole } from '#domain/access/roles.ts';
import { parseEmail } from '#domain/account/email.ts';
import { isOnlyAdministrator } from '#server/access/administrators.ts';
import { accountByEmail } from '#server/accounts/find-account.ts';
import { holdersOf, namesOf } from '#server/roles/read-accounts.ts';
import { type RoleOffer, waitingOffers } from '#server/roles/role-offers.ts';
import { giverName } from '../../messages/account/roles.ts';
import { placeAsked } from '../place-asked.ts';
import { actorOf, type Visit } from '../visit.ts';
import { isStaffRole } from './association-forms.ts';

const pageSize = 50;

/** What an administrator sees of accounts and roles: what waits, who holds what, the account of one address. */
export async function accountsPage(visit: Visit) {
  const { services } = visit;
  const { db } = services.database;
  const { searchParams } = visit.context.url;
  const { links, claims } = await waitingOffers(db, visit.now);
  const role = searchParams.get('titulaires') ?? '';
  const names = await namesOf(
    services,
    [...links, ...claims].map(({ by }) => by),
  );
  return {
    links,
    claims,
    /** Who offered a role, in words. */
    nameOf: (by: string) => giverName(by, names),
    isAlone: await isOnlyAdministrator(db, actorOf(visit).compte),
    isSecondAwaited: isSecondAwaited(links),
    wanted: await wantedAccount(visit, searchParams.get('adresse') ?? ''),
    holders: isStaffRole(role) ? await holdersPage(visit, role, placeAsked(searchParams, 'apres')) : null,
  };
}

/** An administrator was invited and has not come yet. */
export const isSecondAwaited = (links: readonly RoleOffer[]): boolean =>
  links.some(({ grant, email }) => grant.role === 'association-admin' && email !== null);

/** The account of an address, when one is looked for. */
async function wantedAccount({ services: { database } }: Visit, typed: string) {
  if (typed === '') return null;
  const email = parseEmail(typed);
  if (!email.ok) return { typed, isAddress: false, account: null };
  return { typed, isAddress: true, account: await accountByEmail(database.db, email.value.key) };
}

async function holdersPage({ services }: Visit, role: StaffRole, after: number | undefined) {
  const found = await holdersOf(services, role, { after, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  return { role, shown, next: found.length > pageSize ? shown.at(-1)?.place : undefined, isFirst: after === undefined };
}
