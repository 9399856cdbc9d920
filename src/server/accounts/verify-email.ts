import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { verifyPassphrase } from '../auth/password.ts';
import { endSession, openSession } from '../auth/session.ts';
import { admit, rememberPlace, takeBack } from '../auth/throttle.ts';
import { compte } from '../db/schema/accounts.ts';
import { accountByEmail } from './find-account.ts';
import { readLink, useLink } from './links.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

export type Verification = {
  readonly token: string;
  readonly passphrase: string;
  readonly device: string;
  /** The token that the browser came with, if any: its session ends, a new one opens. */
  readonly formerToken?: string;
};

/**
 * Opens the account that a sign-up asked for, and a session. The passphrase is asked again: a link followed by mistake
 * would otherwise open an account whose passphrase someone else chose.
 */
export async function verifyEmail(
  needs: AccountNeeds,
  { token, passphrase, device, formerToken }: Verification,
): AccountResult<{ accountId: string; sessionToken: string }> {
  const { database, now, newId, throttleKey, address } = needs;
  const waiting = await readLink(database.db, token, ['inscription'], now);
  if (!waiting) return refuse({ code: 'LIEN_INUTILISABLE' });
  const tries = [
    { kind: 'compte-connu', of: [waiting.id] },
    { kind: 'adresse', of: [address] },
  ] as const;
  const wait = await database.write((tx) => admit(tx, throttleKey, tries, now));
  if (wait > 0) return refuse({ code: 'TROP_DE_TENTATIVES', attendreSecondes: wait });
  const right = await verifyPassphrase(waiting.empreinte, passphrase);
  if (!right.ok) return refuse({ code: right.refusal });
  if (!right.value) return refuse({ code: 'PHRASE_ACTUELLE_FAUSSE' });

  return database.write(async (tx) => {
    const link = await useLink(tx, token, ['inscription'], now);
    const email = parseEmail(link?.email ?? '');
    if (!link?.nom || !email.ok || (await accountByEmail(tx, email.value.key))) {
      return refuse({ code: 'LIEN_INUTILISABLE' } as const);
    }
    const accountId = newId();
    await tx.insert(compte).values({
      id: accountId,
      email: email.value.address,
      emailCle: email.value.key,
      nom: link.nom,
      empreinte: link.empreinte,
      creeLe: now.toISOString(),
    });
    await takeBack(tx, throttleKey, tries[1]);
    await rememberPlace(tx, throttleKey, { emailKey: email.value.key, address }, now);
    if (formerToken) await endSession(tx, { now }, formerToken);
    const sessionToken = await openSession(tx, { now }, { accountId, device });
    await appendAudit(tx, {
      at: now,
      actor: accountId,
      verb: 'ouvrir-compte',
      object: { type: 'compte', id: accountId },
      detail: { demande: link.demande },
    });
    return accept({ accountId, sessionToken });
  });
}
