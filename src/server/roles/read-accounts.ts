import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Grant, StaffRole } from '#domain/access/roles.ts';
import { accountById } from '../accounts/find-account.ts';
import { listSessions } from '../auth/session.ts';
import type { Database, ReadNeeds } from '../db/client.ts';
import { compte, habilitation } from '../db/schema/accounts.ts';
import { grantOf } from './role-store.ts';

export type Holder = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly grant: Grant;
  /** The order in which roles were given, to page by. */
  readonly place: number;
};

/** Who holds a role, in the order in which it was given. */
export async function holdersOf(
  { database: { db } }: ReadNeeds,
  role: StaffRole,
  { after = 0, limit }: { readonly after?: number | undefined; readonly limit: number },
): Promise<Holder[]> {
  const rows = await db
    .select({
      id: compte.id,
      name: compte.nom,
      email: compte.email,
      role: habilitation.role,
      portee: habilitation.portee,
      place: order,
    })
    .from(habilitation)
    .innerJoin(compte, eq(compte.id, habilitation.compteId))
    .where(and(eq(habilitation.role, role), gt(order, after)))
    .orderBy(asc(order))
    .limit(limit);
  return rows.map(({ id, name, email, place, ...granted }) => ({ id, name, email, place, grant: grantOf(granted) }));
}
const order = sql<number>`${habilitation}.rowid`;

type AccountNeeds = { readonly database: Database; readonly now: Date };

export type AccountView = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly openedAt: string;
  readonly secondFactorRequired: boolean;
  readonly openSessions: number;
  readonly roles: readonly { readonly grant: Grant; readonly since: string; readonly by: string }[];
};

/** What an administrator sees of an account: who, which roles, whether it is signed in; nothing that it wrote. */
export async function readAccount({ database, now }: AccountNeeds, id: string): Promise<AccountView | null> {
  const { db } = database;
  const account = await accountById(db, id);
  if (!account) return null;
  const roles = await db.select().from(habilitation).where(eq(habilitation.compteId, id));
  return {
    id,
    name: account.nom,
    email: account.email,
    openedAt: account.creeLe,
    secondFactorRequired: account.secondFacteurRequis,
    openSessions: (await listSessions({ database, now }, id)).length,
    roles: roles.map((row) => ({ grant: grantOf(row), since: row.accordeLe, by: row.accordePar })),
  };
}

/** The names of accounts that still exist, by their ids. */
export async function namesOf(
  { database: { db } }: ReadNeeds,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: compte.id, name: compte.nom })
    .from(compte)
    .where(inArray(compte.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
