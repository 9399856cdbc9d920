import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import { accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { endSession, openSession } from '../auth/session.ts';
import { takeBack } from '../auth/throttle.ts';
import { refreshIdentity, rowOfIdentity } from './identity-rows.ts';
import type { IdentityNeeds } from './needs.ts';

export type EnteringBrowser = {
  readonly device: string;
  /** The token that the browser came with, if any: its session ends, a new one opens. */
  readonly formerToken: string | null;
};

export type Entered = { readonly sessionToken: string; readonly secondFactorExpected: boolean };

/** Opens a session for the account of an identity; null when no account has it. */
export const signInWith = (
  { database, now, throttleKey, address }: IdentityNeeds,
  identity: ProvenIdentity,
  { device, formerToken }: EnteringBrowser,
): Promise<Entered | null> =>
  database.write(async (tx) => {
    await takeBack(tx, throttleKey, { kind: 'adresse', of: [address] });
    const row = await rowOfIdentity(tx, identity);
    const account = row && (await accountById(tx, row.compteId));
    if (!account) return null;
    await refreshIdentity(tx, identity, now.toISOString());
    if (formerToken) await endSession(tx, { now }, formerToken);
    const secondFactorGiven = identity.secondFactor;
    const sessionToken = await openSession(tx, { now }, { accountId: account.id, device, secondFactorGiven });
    const object = { type: 'compte', id: account.id };
    const detail = { par: identity.provider };
    await appendAudit(tx, { at: now, actor: account.id, verb: 'se-connecter', object, detail });
    return { sessionToken, secondFactorExpected: account.secondFacteurRequis && !secondFactorGiven };
  });
