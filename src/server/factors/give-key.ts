import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { accept, refuse } from '#domain/shared/result.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { endSession, openSession, rotateSession } from '../auth/session.ts';
import { admit, takeBack } from '../auth/throttle.ts';
import type { Writer } from '../db/client.ts';
import { cleAcces } from '../db/schema/factors.ts';
import { challengeMinutes, isChallenge, issueChallenge, type Purpose, useChallenge } from './challenge.ts';
import { describeKeys, keyById, keysOf } from './key-store.ts';
import type { Bearer, FactorNeeds } from './needs.ts';
import { readAssertion } from './passkey-answer.ts';

type Needs = Pick<FactorNeeds, 'database' | 'now' | 'secrets' | 'site'>;

/** What a browser needs to ask for a key; null where passkeys cannot work, or when the account has none. */
export async function keyOptions(
  { database, now, secrets, site }: Needs,
  purpose: Purpose,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  if (!site) return null;
  const keys = purpose.accountId === null ? [] : await keysOf(database.db, purpose.accountId);
  if (purpose.accountId !== null && keys.length === 0) return null;
  const challenge = issueChallenge(secrets.challenges, purpose, now);
  return generateAuthenticationOptions({
    rpID: site.rpId,
    // At the sign-in no key is named: the device offers those that it has, and nothing tells who has an account.
    allowCredentials: describeKeys(keys),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  });
}

/** Gives a key in a session that waits; returns its new token. */
export async function giveKey(needs: FactorNeeds, { session, token }: Bearer, answer: string): AccountResult<string> {
  const { database, now } = needs;
  const accountId = session.account.id;
  const signed = await readSignature(needs, answer, { for: 'second-facteur', accountId });
  if (signed?.accountId !== accountId) return refuse({ code: 'CLE_REFUSEE' });
  return database.write(async (tx) => {
    if (!(await useKey(tx, signed, now))) return refuse({ code: 'CLE_REFUSEE' } as const);
    const fresh = await rotateSession(tx, { now }, token, { secondFactorGiven: true });
    if (!fresh) return refuse({ code: 'CLE_REFUSEE' } as const);
    const object = { type: 'compte', id: accountId };
    const detail = { par: 'cle' };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'donner-second-facteur', object, detail });
    return accept(fresh);
  });
}

/**
 * Opens a session by a key alone. The device asked its owner for a finger, a face or a code: the key and its owner are
 * two factors, so that nothing more is waited for.
 */
export async function signInWithKey(
  needs: FactorNeeds,
  typed: { readonly answer: string; readonly device: string; readonly formerToken?: string },
): AccountResult<string> {
  const { database, now, throttleKey, address } = needs;
  const tries = { kind: 'adresse', of: [address] } as const;
  const wait = await database.write((tx) => admit(tx, throttleKey, [tries], now));
  if (wait > 0) return refuse({ code: 'TROP_DE_CODES', attendreSecondes: wait });
  const signed = await readSignature(needs, typed.answer, { for: 'entrer', accountId: null });
  if (!signed || signed.userHandle !== signed.accountId) return refuse({ code: 'CLE_REFUSEE' });
  return database.write(async (tx) => {
    if (!(await useKey(tx, signed, now))) return refuse({ code: 'CLE_REFUSEE' } as const);
    await takeBack(tx, throttleKey, tries);
    if (typed.formerToken) await endSession(tx, { now }, typed.formerToken);
    const { accountId } = signed;
    const token = await openSession(tx, { now }, { accountId, device: typed.device, secondFactorGiven: true });
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'se-connecter', object, detail: { par: 'cle' } });
    return accept(token);
  });
}

type Signed = {
  readonly keyId: string;
  readonly accountId: string;
  readonly counter: number;
  readonly challenge: string;
  /** The account that the device says that the key is of; null when it says nothing. */
  readonly userHandle: string | null;
};

/** Checks all of an answer but what a transaction alone can: null for whatever is wrong with it. */
async function readSignature(
  { database, now, secrets, site }: Needs,
  field: string,
  purpose: Purpose,
): Promise<Signed | null> {
  const answer = readAssertion(field);
  const key = answer && (await keyById(database.db, answer.id));
  if (!key || !site) return null;
  let challenge = '';
  // The library throws for each thing that it does not accept in an answer.
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (given) => {
      challenge = given;
      return isChallenge(secrets.challenges, given, purpose, now);
    },
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    // The counter is compared in the transaction of its change, and after the signature: who cannot sign logs nothing.
    credential: { id: key.id, publicKey: new Uint8Array(Buffer.from(key.clePublique, 'base64url')), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const handle = answer.response.userHandle;
  return {
    keyId: key.id,
    accountId: key.compteId,
    counter: verified.authenticationInfo.newCounter,
    challenge,
    userHandle: handle === undefined ? null : Buffer.from(handle, 'base64url').toString(),
  };
}

/** Uses a challenge up with the key that signed it; false when either served already, or the key is gone. */
async function useKey(tx: Writer, { keyId, accountId, counter, challenge }: Signed, now: Date): Promise<boolean> {
  const key = await keyById(tx, keyId);
  if (key?.compteId !== accountId || !(await useChallenge(tx, challenge, now))) return false;
  // Keys that do not count say 0 for ever. One that counts and goes back was copied (WebAuthn 3, 6.1.1).
  if ((counter > 0 || key.compteur > 0) && counter <= key.compteur) {
    const object = { type: 'compte', id: accountId };
    const detail = { raison: 'compteur', lu: counter, attendu: key.compteur + 1 };
    await appendAudit(tx, { at: now, actor: 'public', verb: 'refuser-cle', object, detail });
    return false;
  }
  await tx.update(cleAcces).set({ compteur: counter, utiliseeLe: now.toISOString() }).where(eq(cleAcces.id, keyId));
  return true;
}
