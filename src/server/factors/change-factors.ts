import { eq } from 'drizzle-orm';
import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import { hasFactor, mayKeepOnly } from '#domain/account/second-factor.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeOtherSessions, readSessionIn, rotateSession } from '../auth/session.ts';
import type { Reader, Writer } from '../db/client.ts';
import { codeSecours } from '../db/schema/factors.ts';
import type { Bearer, FactorNeeds } from './needs.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';
import { applySecondFactorRule, protectionOf } from './second-factor-rule.ts';

export type Changed = {
  /** For the cookie of this browser. */
  readonly token: string;
  /** Recovery codes to show this once, when the change made some. */
  readonly codes: readonly string[] | null;
};

type Change = {
  readonly verb: string;
  readonly detail?: Readonly<Record<string, string>>;
  /** True when the change itself showed a factor: the key just made, the code just read. */
  readonly showsFactor: boolean;
};

/**
 * One change of the factors of an account: the change, the rule that follows from it, its line in the log, the mail to
 * the owner, the end of every other session, a new token for this one. The first factor comes with recovery codes; with
 * the last one they go.
 */
export function changeFactors(
  { database, now, secrets, notify }: FactorNeeds,
  { session, token }: Bearer,
  { verb, detail = {}, showsFactor }: Change,
  /** Writes only if it accepts. */
  change: (tx: Writer) => Promise<Result<void, AccountRefusal>>,
): AccountResult<Changed> {
  const accountId = session.account.id;
  return database.write(async (tx) => {
    // A reset, an end of all sessions or a role given may have come in between.
    const open = await readSessionIn(tx, { now }, token);
    if (!open) return refuse({ code: 'PREUVE_PERIMEE' } as const);
    const may = showsFactor ? await mayEnrol(tx, open) : open.state === 'ouverte';
    if (!may) return refuse({ code: 'FACTEUR_A_DONNER' } as const);
    const changed = await change(tx);
    if (!changed.ok) return changed;

    const codes = await recoveryAfter(tx, secrets.recovery, accountId);
    await applySecondFactorRule(tx, accountId);
    await closeOtherSessions(tx, accountId, token);
    const fresh = await rotateSession(tx, { now }, token, { secondFactorGiven: showsFactor });
    if (!fresh) throw new Error('A session ended within a transaction.');
    const { email } = open.account;
    if (email) await notify(tx, { type: 'second-facteur-change', to: email });
    await appendAudit(tx, { at: now, actor: accountId, verb, object: { type: 'compte', id: accountId }, detail });
    return accept({ token: fresh, codes });
  });
}

/** A session that waits may add the first factor of its account, and no other beside one that it has not given. */
export async function mayEnrol(db: Pick<Reader | Writer, 'select'>, session: Bearer['session']): Promise<boolean> {
  return session.state === 'ouverte' || !hasFactor(await protectionOf(db, session.account.id));
}

/** Refuses to take from who holds a role the last of the factors. */
export async function mayRemove(tx: Writer, accountId: string, which: 'cle' | 'application'): Promise<boolean> {
  const before = await protectionOf(tx, accountId);
  return mayKeepOnly(which === 'cle' ? { ...before, keys: before.keys - 1 } : { ...before, codes: false });
}

async function recoveryAfter(tx: Writer, key: Uint8Array, accountId: string): Promise<readonly string[] | null> {
  const ofAccount = eq(codeSecours.compteId, accountId);
  if (!hasFactor(await protectionOf(tx, accountId))) {
    await tx.delete(codeSecours).where(ofAccount);
    return null;
  }
  const [kept] = await tx.select().from(codeSecours).where(ofAccount).limit(1);
  return kept ? null : issueRecoveryCodes(tx, key, accountId);
}
