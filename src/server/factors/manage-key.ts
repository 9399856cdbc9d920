import { eq } from 'drizzle-orm';
import { parseKeyName } from '#domain/account/key-name.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { cleAcces } from '../db/schema/factors.ts';
import { type Changed, changeFactors, mayRemove } from './change-factors.ts';
import { ownKey } from './key-store.ts';
import type { Bearer, FactorNeeds } from './needs.ts';

/** Gives a key of this account another name. */
export async function renameKey(
  { database, now, permit }: Pick<FactorNeeds, 'database' | 'now' | 'permit'>,
  accountId: string,
  typed: { readonly keyId: string; readonly name: string },
): AccountResult<void> {
  const name = parseKeyName(typed.name);
  if (!name.ok) return name;
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    if (!(await ownKey(tx, accountId, typed.keyId))) return refuse({ code: 'CLE_REFUSEE' } as const);
    await tx.update(cleAcces).set({ nom: name.value }).where(eq(cleAcces.id, typed.keyId));
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'renommer-cle', object });
    return accept(undefined);
  });
}

/** Takes a key of this account away: it opens nothing any more. */
export async function removeKey(
  needs: FactorNeeds,
  bearer: Bearer,
  { keyId, passphrase }: { readonly keyId: string; readonly passphrase: string },
): AccountResult<Changed> {
  const accountId = bearer.session.account.id;
  const proved = await proveAgain(needs, bearer.session, passphrase);
  if (!proved.ok) return proved;
  return changeFactors(needs, bearer, { verb: 'retirer-cle', showsFactor: false }, async (tx) => {
    if (!(await ownKey(tx, accountId, keyId))) return refuse({ code: 'CLE_REFUSEE' });
    if (!(await mayRemove(tx, accountId, 'cle'))) return refuse({ code: 'DERNIER_FACTEUR' });
    await tx.delete(cleAcces).where(eq(cleAcces.id, keyId));
    return accept(undefined);
  });
}
