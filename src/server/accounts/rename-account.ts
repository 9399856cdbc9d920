import { eq } from 'drizzle-orm';
import { parsePersonName } from '#domain/account/person-name.ts';
import { accept } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { compte } from '../db/schema/accounts.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

/** Changes the name of an account; the names of its member rows belong to the teams. */
export async function renameAccount(
  { database, now, permit }: Pick<AccountNeeds, 'database' | 'now' | 'permit'>,
  { accountId, name }: { readonly accountId: string; readonly name: string },
): AccountResult<void> {
  const parsed = parsePersonName(name);
  if (!parsed.ok) return parsed;
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    await tx.update(compte).set({ nom: parsed.value }).where(eq(compte.id, accountId));
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'renommer-compte', object });
    return accept(undefined);
  });
}
