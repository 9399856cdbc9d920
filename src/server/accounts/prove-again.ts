import { accept, refuse } from '#domain/shared/result.ts';
import type { Session } from '../auth/session.ts';
import { type Account, accountById } from './find-account.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';
import { provePassphrase } from './prove-passphrase.ts';

/** What a proof needs of the session of the request. */
export type Proving = Pick<Session, 'secondFactorAt' | 'openedAt'> & { readonly account: { readonly id: string } };

/** How long a second factor given in a session stands for its owner being there. */
const freshForMs = 10 * 60_000;

/**
 * Asks a person who is signed in to prove again who she is, before what cannot be undone (ASVS 5.0, 7.5.1): by the
 * passphrase, or, for an account that has none (Pro Santé Connect), by a second factor given less than ten minutes ago.
 * A session without any counts from its opening, where the provider vouched for her.
 */
export async function proveAgain(needs: AccountNeeds, session: Proving, passphrase: string): AccountResult<Account> {
  const account = await accountById(needs.database.db, session.account.id);
  if (!account || account.empreinte !== null) return provePassphrase(needs, session.account.id, passphrase);
  const provedAt = Date.parse(session.secondFactorAt ?? session.openedAt);
  return needs.now.getTime() - provedAt <= freshForMs ? accept(account) : refuse({ code: 'PREUVE_PERIMEE' });
}
