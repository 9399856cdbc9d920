import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import { isOnlyAdministrator } from '../access/administrators.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { forget } from '../auth/throttle.ts';
import { compte } from '../db/schema/accounts.ts';
import { accountById } from './find-account.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';
import { type Proving, proveAgain } from './prove-again.ts';

export type Deletion = { readonly session: Proving; readonly passphrase: string };

/**
 * Erases an account with its sessions and links, at once. The log keeps its rows, which hold an id and no name: it
 * proves what was decided and paid (RGPD, art. 17, 3 b and e). Teams keep the row of their member, unbound: the past
 * of a team stays. The only administrator stays until there is another. Returns what stays, to be said to the person.
 */
export async function deleteAccount(
  needs: AccountNeeds,
  { session, passphrase }: Deletion,
): AccountResult<{ readonly kept: readonly ['journal', 'equipes'] }> {
  const { database, now, send, throttleKey, permit } = needs;
  const accountId = session.account.id;
  const proved = await proveAgain(needs, session, passphrase);
  if (!proved.ok) return proved;
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'supprimer', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    const account = await accountById(tx, accountId);
    if (!account || account.empreinte !== proved.value.empreinte) {
      return refuse({ code: 'PHRASE_ACTUELLE_FAUSSE' } as const);
    }
    if (await isOnlyAdministrator(tx, accountId)) return refuse({ code: 'DERNIER_ADMINISTRATEUR' } as const);
    // Sessions and links go with it, by their foreign keys.
    await tx.delete(compte).where(eq(compte.id, accountId));
    if (account.emailCle) await forget(tx, throttleKey, { kind: 'compte', of: [account.emailCle] });
    if (account.email) await send(tx, { type: 'compte-supprime', to: account.email });
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'supprimer-compte', object });
    return accept({ kept: ['journal', 'equipes'] as const });
  });
}
