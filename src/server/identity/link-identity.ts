import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { rotateSession } from '../auth/session.ts';
import { addIdentity, identityOf, refreshIdentity, rowOfIdentity } from './identity-rows.ts';
import type { IdentityNeeds, IdentityResult } from './needs.ts';

export type SignedInBrowser = { readonly accountId: string; readonly sessionToken: string };

/**
 * Links an identity to the account of a session, whose token is replaced and returned. One identity has one account,
 * and one account at most one identity of each provider. An address that both would share decides nothing.
 */
export const linkIdentity = (
  { database, now, send, permit }: IdentityNeeds,
  identity: ProvenIdentity,
  { accountId, sessionToken }: SignedInBrowser,
): IdentityResult<string> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    const held = await rowOfIdentity(tx, identity);
    if (held && held.compteId !== accountId) return refuse({ code: 'IDENTITE_D_UN_AUTRE' } as const);
    if (!held && (await identityOf(tx, accountId, identity.provider)))
      return refuse({ code: 'FOURNISSEUR_DEJA_LIE' } as const);
    const account = await accountById(tx, accountId);
    const fresh = account && (await rotateSession(tx, { now }, sessionToken));
    if (!account || !fresh) return refuse({ code: 'AUTRE_SESSION' } as const);
    const at = now.toISOString();
    if (held) {
      await refreshIdentity(tx, identity, at);
      return accept(fresh);
    }
    await addIdentity(tx, identity, accountId, at);
    if (account.email) await send(tx, { type: 'identite-liee', to: account.email, provider: identity.provider });
    const object = { type: 'compte', id: accountId };
    const detail = { fournisseur: identity.provider };
    await appendAudit(tx, { at: now, actor: accountId, verb: 'lier-identite', object, detail });
    return accept(fresh);
  });
