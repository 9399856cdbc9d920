import { linkHours } from '#domain/account/account-mail.ts';
import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { admitMail } from './admit-mail.ts';
import { accountByEmail } from './find-account.ts';
import { issueLink } from './links.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

/**
 * Sends a link to choose a new passphrase, or says by mail that the address has no account: on screen the answer is
 * the same. Links sent before keep working, so that a stranger who asks for more takes none from the owner.
 */
export async function requestReset(needs: AccountNeeds, typed: { readonly email: string }): AccountResult<void> {
  const { database, now, newId, send } = needs;
  const email = parseEmail(typed.email);
  if (!email.ok) return refuse({ code: email.refusal });
  const admitted = await admitMail(needs, email.value.key, 'courriel');
  if (!admitted.ok) return admitted;

  await database.write(async (tx) => {
    const demande = newId();
    const account = await accountByEmail(tx, email.value.key);
    // Written without an account too, where nobody holds the link: the same work takes the same time.
    const link = { type: 'reinitialisation', demande, compteId: account?.id ?? null } as const;
    const token = await issueLink(tx, now, { ...link, hours: linkHours.reinitialisation });
    await send(
      tx,
      account?.email
        ? { type: 'reinitialiser', to: account.email, token }
        : { type: 'adresse-inconnue', to: email.value.address },
    );
    const object = { type: 'demande', id: demande };
    await appendAudit(tx, { at: now, actor: 'public', verb: 'demander-reinitialisation', object });
  });
  return accept(undefined);
}
