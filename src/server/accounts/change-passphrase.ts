import { eq } from 'drizzle-orm';
import { checkPassphrase } from '#domain/account/passphrase.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { hashPassphrase } from '../auth/password.ts';
import { closeOtherSessions, rotateSession } from '../auth/session.ts';
import { compte } from '../db/schema/accounts.ts';
import { accountById } from './find-account.ts';
import { withdrawLinks } from './links.ts';
import { type AccountNeeds, type AccountResult, contextOf } from './needs.ts';
import { type Proving, proveAgain } from './prove-again.ts';

export type PassphraseChange = {
  readonly session: Proving;
  readonly sessionToken: string;
  /** Empty for an account that has none yet. */
  readonly current: string;
  readonly wanted: string;
};

/**
 * Changes the passphrase of someone who is signed in and proves it again, or gives its first one to an account that came
 * by an identity provider. Every other session ends, links asked
 * for before stop working, and the session of this browser gets a new token, which is returned.
 */
export async function changePassphrase(needs: AccountNeeds, change: PassphraseChange): AccountResult<string> {
  const { database, now, send, commonWords, permit } = needs;
  const owner = await accountById(database.db, change.session.account.id);
  const context = owner ? contextOf(owner.nom, owner.email) : [];
  const checked = checkPassphrase(change.wanted, { common: commonWords, context });
  if (!checked.ok) return checked;
  const proved = await proveAgain(needs, change.session, change.current);
  if (!proved.ok) return proved;
  const hashed = await hashPassphrase(checked.value);
  if (!hashed.ok) return refuse({ code: hashed.refusal });

  return database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, change.session.account.id));
    if (!permitted.ok) return permitted;
    const account = await accountById(tx, change.session.account.id);
    const fresh = account && (await rotateSession(tx, { now }, change.sessionToken));
    if (!account || !fresh || account.empreinte !== proved.value.empreinte) {
      return refuse({ code: 'PHRASE_ACTUELLE_FAUSSE' } as const);
    }
    await tx.update(compte).set({ empreinte: hashed.value }).where(eq(compte.id, account.id));
    await withdrawLinks(tx, account.id, ['reinitialisation', 'email-ancien', 'email-nouveau']);
    await closeOtherSessions(tx, account.id, fresh);
    if (account.email) await send(tx, { type: 'phrase-changee', to: account.email, oubliee: false });
    const object = { type: 'compte', id: account.id };
    const detail = { par: account.empreinte === null ? 'second-facteur-recent' : 'phrase-actuelle' };
    await appendAudit(tx, { at: now, actor: account.id, verb: 'changer-phrase', object, detail });
    return accept(fresh);
  });
}
