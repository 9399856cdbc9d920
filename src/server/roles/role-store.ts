import { and, eq } from 'drizzle-orm';
import type { RoleRefusal } from '#domain/access/role-grant.ts';
import type { Grant } from '#domain/access/roles.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Denied, Permit } from '../access/permit.ts';
import type { Database, Reader, Writer } from '../db/client.ts';
import { habilitation, type Scope } from '../db/schema/accounts.ts';
import { applySecondFactorRule } from '../factors/second-factor-rule.ts';

/** What the verbs of roles need of the outside. */
export type RoleNeeds = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  /** The account that acts. */
  readonly actor: string;
  readonly permit: Permit;
  /** Puts a mail in the outbox, in the transaction of the change that it tells. */
  readonly send: (tx: Writer, mail: RoleMail) => Promise<unknown>;
};

/** What the site writes about a role. The words are in `messages`. */
export type RoleMail = { readonly to: string; readonly key: string } & (
  | { readonly type: 'role-propose'; readonly token: string }
  /** `attente`: a role was given or taken back. `role-confirme`, `role-refuse`: what was answered to who claimed one. */
  | { readonly type: 'attente' | 'role-confirme' | 'role-refuse'; readonly path: string }
  /** To administrators: someone has a role from now on, or claims one. */
  | { readonly type: 'role-pris' | 'role-demande'; readonly path: string }
);

export type RoleResult<Value> = Promise<Result<Value, RoleRefusal | Denied>>;
type Read = Pick<Reader | Writer, 'select'>;

/** Who acts when a command does, not an account. */
export const systemActor = 'systeme';

export const scopeOf = ({ region }: Grant): Scope => region ?? 'portail';
export const grantOf = ({ role, portee }: { role: Grant['role']; portee: Scope }): Grant => ({
  role,
  region: portee === 'portail' ? null : portee,
});

const isGrant = (accountId: string, grant: Grant) =>
  and(eq(habilitation.compteId, accountId), eq(habilitation.role, grant.role), eq(habilitation.portee, scopeOf(grant)));

export const holds = async (db: Read, accountId: string, grant: Grant): Promise<boolean> =>
  (await db.select({ role: habilitation.role }).from(habilitation).where(isGrant(accountId, grant)).limit(1)).length >
  0;

const administrator: Grant = { role: 'association-admin', region: null };
export const isAdministrator = (db: Read, accountId: string): Promise<boolean> => holds(db, accountId, administrator);

/** Adds a role to an account, which from now on signs in with a second factor. */
export async function addRole(
  tx: Writer,
  row: { readonly accountId: string; readonly grant: Grant; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx.insert(habilitation).values({
    compteId: row.accountId,
    role: row.grant.role,
    portee: scopeOf(row.grant),
    accordeLe: row.now.toISOString(),
    accordePar: row.by,
  });
  await applySecondFactorRule(tx, row.accountId);
}

/** Takes a role from an account. */
export async function removeRole(tx: Writer, accountId: string, grant: Grant): Promise<void> {
  await tx.delete(habilitation).where(isGrant(accountId, grant));
  await applySecondFactorRule(tx, accountId);
}
