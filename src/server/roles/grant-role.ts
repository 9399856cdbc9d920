import type { Grant } from '#domain/access/roles.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { type Account, accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeAllSessions } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { addRole, holds, type RoleNeeds, type RoleResult, removeRole, scopeOf } from './role-store.ts';
import { tellAdministrators } from './tell-of-roles.ts';

type Change = { readonly accountId: string; readonly grant: Grant };

/** Gives a role to someone else’s account: the person is told, and signs in anew with what the role asks for. */
export function grantRole(needs: RoleNeeds, { accountId, grant }: Change): RoleResult<void> {
  return needs.database.write(async (tx) => {
    const account = await accountToChange(tx, needs, accountId);
    if (!account.ok) return account;
    if (await holds(tx, accountId, grant)) return refuse({ code: 'DEJA_HABILITE' } as const);
    await addRole(tx, { accountId, grant, by: needs.actor, now: needs.now });
    await tell(tx, needs, account.value, { verb: 'accorder-role', grant });
    const path = `/association/comptes/${accountId}`;
    await tellAdministrators(tx, needs, { type: 'role-pris', about: accountId, path, key: needs.newId() });
    return accept(undefined);
  });
}

/** Takes a role back, at once: the sessions of the person end. An administrator always remains, the one who acts. */
export function withdrawRole(needs: RoleNeeds, { accountId, grant }: Change): RoleResult<void> {
  return needs.database.write(async (tx) => {
    const account = await accountToChange(tx, needs, accountId);
    if (!account.ok) return account;
    if (!(await holds(tx, accountId, grant))) return refuse({ code: 'PAS_HABILITE' } as const);
    await removeRole(tx, accountId, grant);
    await tell(tx, needs, account.value, { verb: 'retirer-role', grant });
    return accept(undefined);
  });
}

/** The account to change. Of two administrators who take the role from each other, the second one is none any more. */
async function accountToChange(tx: Writer, { permit }: RoleNeeds, accountId: string): RoleResult<Account> {
  const permitted = await permit(tx, 'habiliter', await accountObject(tx, accountId));
  if (!permitted.ok) return permitted;
  const account = await accountById(tx, accountId);
  return account ? accept(account) : refuse({ code: 'INTROUVABLE' });
}

async function tell(
  tx: Writer,
  { actor, now, newId, send }: RoleNeeds,
  account: Account,
  { verb, grant }: { readonly verb: string; readonly grant: Grant },
): Promise<void> {
  await closeAllSessions(tx, { now }, account.id);
  if (account.email)
    await send(tx, { type: 'attente', to: account.email, path: '/espace/compte', key: `role:${newId()}` });
  const object = { type: 'compte', id: account.id };
  await appendAudit(tx, { at: now, actor, verb, object, detail: { role: grant.role, portee: scopeOf(grant) } });
}
