import { eq } from 'drizzle-orm';
import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { hashPassphrase, needsRehash, verifyPassphrase } from '../auth/password.ts';
import { endSession, openSession } from '../auth/session.ts';
import { admit, forget, rememberPlace, signInSubjects, takeBack } from '../auth/throttle.ts';
import { compte } from '../db/schema/accounts.ts';
import { accountByEmail, accountById } from './find-account.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

export type SignIn = {
  readonly email: string;
  readonly passphrase: string;
  readonly device: string;
  /** The token that the browser came with, if any: its session ends, a new one opens. */
  readonly formerToken?: string;
};

export type SignedIn = {
  readonly accountId: string;
  readonly sessionToken: string;
  readonly secondFactorExpected: boolean;
};

/**
 * Opens a session by e-mail and passphrase. With and without an account, the same answer comes after the same work:
 * one count written, one account looked for, one passphrase hashed.
 */
export async function signIn(needs: AccountNeeds, typed: SignIn): AccountResult<SignedIn> {
  const { database, now, throttleKey, address } = needs;
  const email = parseEmail(typed.email);
  // What is no address counts under itself: it must not make others wait who mistyped theirs.
  const place = { emailKey: email.ok ? email.value.key : `?${typed.email}`, address };
  const { wait, subjects } = await database.write(async (tx) => {
    const subjects = await signInSubjects(tx, throttleKey, place, now);
    return { subjects, wait: await admit(tx, throttleKey, subjects, now) };
  });
  if (wait > 0) return refuse({ code: 'TROP_DE_TENTATIVES', attendreSecondes: wait });

  const found = await accountByEmail(database.db, place.emailKey);
  const right = await verifyPassphrase(found?.empreinte ?? null, typed.passphrase);
  if (!right.ok) return refuse({ code: right.refusal });
  if (!found || !right.value) return refuse({ code: 'IDENTIFIANTS_REFUSES' });
  const stronger = found.empreinte && needsRehash(found.empreinte) ? await hashPassphrase(typed.passphrase) : null;

  return database.write(async (tx) => {
    const account = await accountById(tx, found.id);
    // A reset or a deletion may have come between the check and this turn.
    if (!account || account.empreinte !== found.empreinte) return refuse({ code: 'IDENTIFIANTS_REFUSES' } as const);
    if (stronger?.ok) await tx.update(compte).set({ empreinte: stronger.value }).where(eq(compte.id, account.id));
    await forget(tx, throttleKey, subjects[0]);
    await takeBack(tx, throttleKey, subjects[1]);
    await rememberPlace(tx, throttleKey, place, now);
    if (typed.formerToken) await endSession(tx, { now }, typed.formerToken);
    const sessionToken = await openSession(tx, { now }, { accountId: account.id, device: typed.device });
    const object = { type: 'compte', id: account.id };
    await appendAudit(tx, { at: now, actor: account.id, verb: 'se-connecter', object });
    return accept({ accountId: account.id, sessionToken, secondFactorExpected: account.secondFacteurRequis });
  });
}
