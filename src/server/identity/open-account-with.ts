import { parsePersonName } from '#domain/account/person-name.ts';
import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { endSession, openSession } from '../auth/session.ts';
import { compte } from '../db/schema/accounts.ts';
import { addIdentity, rowOfIdentity } from './identity-rows.ts';
import type { IdentityNeeds, IdentityResult } from './needs.ts';
import type { Entered, EnteringBrowser } from './sign-in-with.ts';

/**
 * Opens an account for an identity that has none, with neither passphrase nor address: the one that ProConnect gives
 * is only proposed, and confirmed by a link as any other.
 */
export async function openAccountWith(
  { database, now, newId }: IdentityNeeds,
  identity: ProvenIdentity,
  typed: { readonly name: string },
  { device, formerToken }: EnteringBrowser,
): IdentityResult<Entered> {
  const name = parsePersonName(typed.name);
  if (!name.ok) return name;
  return database.write(async (tx) => {
    if (await rowOfIdentity(tx, identity)) return refuse({ code: 'ATTENTE_EXPIREE' } as const);
    const id = newId();
    const at = now.toISOString();
    await tx.insert(compte).values({ id, nom: name.value, creeLe: at });
    await addIdentity(tx, identity, id, at);
    if (formerToken) await endSession(tx, { now }, formerToken);
    const opening = { accountId: id, device, secondFactorGiven: identity.secondFactor };
    const sessionToken = await openSession(tx, { now }, opening);
    const object = { type: 'compte', id };
    const detail = { par: identity.provider };
    await appendAudit(tx, { at: now, actor: id, verb: 'ouvrir-compte', object, detail });
    return accept({ sessionToken, secondFactorExpected: false });
  });
}
