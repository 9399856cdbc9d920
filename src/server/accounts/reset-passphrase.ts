import { eq } from 'drizzle-orm';
import { checkPassphrase } from '#domain/account/passphrase.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { hashPassphrase } from '../auth/password.ts';
import { closeAllSessions } from '../auth/session.ts';
import { forget, rememberPlace } from '../auth/throttle.ts';
import { compte } from '../db/schema/accounts.ts';
import { accountById } from './find-account.ts';
import { readLink, useLink, withdrawLinks } from './links.ts';
import { type AccountNeeds, type AccountResult, contextOf } from './needs.ts';

export type Reset = { readonly token: string; readonly passphrase: string };

/**
 * Gives an account the passphrase chosen behind a link. Every session ends and none opens: the person signs in, second
 * factor included, whose requirement stays (ASVS 5.0, 6.4.3). The place she does it from becomes known, so that
 * whoever keeps guessing elsewhere cannot make her wait.
 */
export async function resetPassphrase(needs: AccountNeeds, { token, passphrase }: Reset): AccountResult<void> {
  const { database, now, send, commonWords, throttleKey, address } = needs;
  const link = await readLink(database.db, token, ['reinitialisation'], now);
  const owner = link?.compteId ? await accountById(database.db, link.compteId) : null;
  if (!owner) return refuse({ code: 'LIEN_INUTILISABLE' });
  const checked = checkPassphrase(passphrase, { common: commonWords, context: contextOf(owner.nom, owner.email) });
  if (!checked.ok) return checked;
  const hashed = await hashPassphrase(checked.value);
  if (!hashed.ok) return refuse({ code: hashed.refusal });

  return database.write(async (tx) => {
    const used = await useLink(tx, token, ['reinitialisation'], now);
    const account = used?.compteId ? await accountById(tx, used.compteId) : null;
    if (!account) return refuse({ code: 'LIEN_INUTILISABLE' } as const);
    await tx.update(compte).set({ empreinte: hashed.value }).where(eq(compte.id, account.id));
    await withdrawLinks(tx, account.id, ['reinitialisation', 'email-ancien', 'email-nouveau']);
    await closeAllSessions(tx, { now }, account.id);
    if (account.email && account.emailCle) {
      await forget(tx, throttleKey, { kind: 'compte-connu', of: [account.emailCle, address] });
      await rememberPlace(tx, throttleKey, { emailKey: account.emailCle, address }, now);
      await send(tx, { type: 'phrase-changee', to: account.email, oubliee: true });
    }
    const object = { type: 'compte', id: account.id };
    await appendAudit(tx, { at: now, actor: account.id, verb: 'changer-phrase', object, detail: { par: 'lien' } });
    return accept(undefined);
  });
}
