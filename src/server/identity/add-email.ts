import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { admitMail } from '../accounts/admit-mail.ts';
import { sendAddressLinks } from '../accounts/change-email.ts';
import { accountById } from '../accounts/find-account.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import type { Session } from '../auth/session.ts';
import type { IdentityNeeds, IdentityResult } from './needs.ts';

/**
 * Sends a link to the first address of an account that came by a provider, without one. An address that has an account
 * already gets a mail that says so, and the answer here is the same.
 */
export async function addEmail(needs: IdentityNeeds, session: Session, typed: string): IdentityResult<void> {
  const { database, permit } = needs;
  const email = parseEmail(typed);
  if (!email.ok) return refuse({ code: email.refusal });
  const proved = await proveAgain(needs, session, '');
  if (!proved.ok) return proved;
  const admitted = await admitMail(needs, email.value.key, 'courriel-compte');
  if (!admitted.ok) return admitted;
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, session.account.id));
    if (!permitted.ok) return permitted;
    const account = await accountById(tx, session.account.id);
    // One that has an address changes it, which the present address must accept.
    if (!account || account.email !== null) return refuse({ code: 'AUTRE_SESSION' } as const);
    await sendAddressLinks(needs, tx, account, email.value);
    return accept(undefined);
  });
}
