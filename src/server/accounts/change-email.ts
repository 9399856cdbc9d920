import { and, eq, isNull } from 'drizzle-orm';
import { linkHours } from '#domain/account/account-mail.ts';
import { type Email, parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { compte, jeton } from '../db/schema/accounts.ts';
import { admitMail } from './admit-mail.ts';
import { type Account, accountByEmail, accountById } from './find-account.ts';
import { issueLink, type Link, useLink, withdrawLinks } from './links.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';
import { type Proving, proveAgain } from './prove-again.ts';

const bothLinks = ['email-ancien', 'email-nouveau'] as const;
const hours = linkHours.email;

export type EmailChange = { readonly session: Proving; readonly passphrase: string; readonly email: string };

/**
 * Sends a link to the present address and one to the new: the change waits for both. A change asked for before is
 * dropped. A new address that has an account already gets a mail that says so, and the answer here is the same.
 */
export async function requestEmailChange(needs: AccountNeeds, change: EmailChange): AccountResult<void> {
  const { database, permit } = needs;
  const email = parseEmail(change.email);
  if (!email.ok) return refuse({ code: email.refusal });
  const proved = await proveAgain(needs, change.session, change.passphrase);
  if (!proved.ok) return proved;
  const admitted = await admitMail(needs, email.value.key, 'courriel-compte');
  if (!admitted.ok) return admitted;

  return database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, change.session.account.id));
    if (!permitted.ok) return permitted;
    const account = await accountById(tx, change.session.account.id);
    if (!account || account.empreinte !== proved.value.empreinte) {
      return refuse({ code: 'PHRASE_ACTUELLE_FAUSSE' } as const);
    }
    await sendAddressLinks(needs, tx, account, email.value);
    return accept(undefined);
  });
}

/** A link to the present address, if there is one, and one to the new; those sent before stop working. */
export async function sendAddressLinks(
  { now, newId, send }: AccountNeeds,
  tx: Writer,
  account: Account,
  { address: newEmail, key }: Email,
): Promise<void> {
  await withdrawLinks(tx, account.id, bothLinks);
  const link = { demande: newId(), compteId: account.id, email: newEmail, hours };
  if (account.email) {
    const token = await issueLink(tx, now, { ...link, type: 'email-ancien' });
    await send(tx, { type: 'confirmer-email-ancien', to: account.email, token, newEmail });
  }
  // Issued in both cases: without the second link the first one alone would be enough.
  const token = await issueLink(tx, now, { ...link, type: 'email-nouveau' });
  const taken = (await accountByEmail(tx, key)) !== null;
  const toConfirm = account.email ? 'confirmer-email-nouveau' : 'confirmer-premier-email';
  await send(tx, taken ? { type: 'email-deja-pris', to: newEmail } : { type: toConfirm, to: newEmail, token });
  const object = { type: 'compte', id: account.id };
  await appendAudit(tx, { at: now, actor: account.id, verb: 'demander-changement-email', object });
}

/** Uses one of both links; the second one used changes the address. `en-attente`: the other mail still waits. */
export function confirmEmailChange(
  { database, now, send }: AccountNeeds,
  { token }: { readonly token: string },
): AccountResult<'en-attente' | 'changee'> {
  return database.write(async (tx) => {
    const link = await useLink(tx, token, bothLinks, now);
    const account = link?.compteId ? await accountById(tx, link.compteId) : null;
    const email = parseEmail(link?.email ?? '');
    if (!link || !account || !email.ok) return refuse({ code: 'LIEN_INUTILISABLE' } as const);
    if (await waitsForTheOther(tx, link)) return accept('en-attente' as const);
    const { address: newEmail, key } = email.value;
    const holder = await accountByEmail(tx, key);
    if (holder && holder.id !== account.id) return refuse({ code: 'LIEN_INUTILISABLE' } as const);

    await tx.update(compte).set({ email: newEmail, emailCle: key }).where(eq(compte.id, account.id));
    await withdrawLinks(tx, account.id, [...bothLinks, 'reinitialisation']);
    if (account.email) await send(tx, { type: 'email-change', to: account.email, newEmail });
    const object = { type: 'compte', id: account.id };
    await appendAudit(tx, { at: now, actor: account.id, verb: 'changer-email', object });
    return accept('changee' as const);
  });
}

async function waitsForTheOther(tx: Writer, link: Link): Promise<boolean> {
  const unused = and(eq(jeton.demande, link.demande), isNull(jeton.utiliseLe));
  return (await tx.select({ id: jeton.id }).from(jeton).where(unused).limit(1)).length > 0;
}
