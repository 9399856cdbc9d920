import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { parseKeyName } from '#domain/account/key-name.ts';
import { mostKeys } from '#domain/account/second-factor.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { siteName } from '#domain/site/name.ts';
import type { AccountResult } from '../accounts/needs.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import { cleAcces } from '../db/schema/factors.ts';
import { challengeMinutes, isChallenge, issueChallenge, useChallenge } from './challenge.ts';
import { type Changed, changeFactors, mayEnrol } from './change-factors.ts';
import { describeKeys, keyById, keysOf } from './key-store.ts';
import type { Bearer, FactorNeeds } from './needs.ts';
import { readRegistration } from './passkey-answer.ts';

/** EdDSA, ES256, RS256 (COSE): what devices sign with. Node still holds the newer ones for experimental. */
const algorithms = [-8, -7, -257] as const;

export type KeyPreparation = { readonly name: string; readonly options: PublicKeyCredentialCreationOptionsJSON };

/**
 * What the browser needs to make a key, after a proof. The challenge is given to nobody else, so that it brings the
 * proof to the second step: no passphrase waits in a page while a device is looked for.
 */
export async function prepareKey(
  needs: FactorNeeds,
  { session }: Bearer,
  typed: { readonly name: string; readonly passphrase: string },
): AccountResult<KeyPreparation> {
  const { database, now, secrets, site } = needs;
  const { id: accountId, email, name: owner } = session.account;
  if (!site) return refuse({ code: 'CLE_REFUSEE' });
  const name = parseKeyName(typed.name);
  if (!name.ok) return name;
  if (!(await mayEnrol(database.db, session))) return refuse({ code: 'FACTEUR_A_DONNER' });
  const keys = await keysOf(database.db, accountId);
  if (keys.length >= mostKeys) return refuse({ code: 'TROP_DE_CLES', maximum: mostKeys });
  const proved = await proveAgain(needs, session, typed.passphrase);
  if (!proved.ok) return proved;
  const challenge = issueChallenge(secrets.challenges, { for: 'ajouter-cle', accountId }, now);
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: site.rpId,
    userName: email ?? owner,
    userDisplayName: owner,
    userID: new TextEncoder().encode(accountId),
    challenge: bytesOf(challenge),
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: describeKeys(keys),
    // Kept on the device with its owner’s account, so that it also opens the site by itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return accept({ name: name.value, options });
}

/** Adds the key that the browser made. */
export async function addKey(
  needs: FactorNeeds,
  bearer: Bearer,
  typed: { readonly name: string; readonly answer: string },
): AccountResult<Changed> {
  const { now, secrets, site } = needs;
  const accountId = bearer.session.account.id;
  const name = parseKeyName(typed.name);
  if (!name.ok) return name;
  const answer = readRegistration(typed.answer);
  if (!answer || !site) return refuse({ code: 'CLE_REFUSEE' });
  let challenge = '';
  // The library throws for each thing that it does not accept in an answer.
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: (given) => {
      challenge = given;
      return isChallenge(secrets.challenges, given, { for: 'ajouter-cle', accountId }, now);
    },
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => null);
  if (!verified?.verified) return refuse({ code: 'CLE_REFUSEE' });
  const { id, publicKey, counter } = verified.registrationInfo.credential;

  return changeFactors(needs, bearer, { verb: 'ajouter-cle', showsFactor: true }, async (tx) => {
    if ((await keysOf(tx, accountId)).length >= mostKeys) return refuse({ code: 'TROP_DE_CLES', maximum: mostKeys });
    if (await keyById(tx, id)) return refuse({ code: 'CLE_REFUSEE' });
    if (!(await useChallenge(tx, challenge, now))) return refuse({ code: 'CLE_REFUSEE' });
    await tx.insert(cleAcces).values({
      id,
      compteId: accountId,
      clePublique: Buffer.from(publicKey).toString('base64url'),
      compteur: counter,
      transports: JSON.stringify(answer.response.transports ?? []),
      nom: name.value,
      creeLe: now.toISOString(),
    });
    return accept(undefined);
  });
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64url, 'base64url'));
