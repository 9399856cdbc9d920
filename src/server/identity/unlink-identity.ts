import { and, eq } from 'drizzle-orm';
import type { IdentityProvider } from '#domain/identity/provider.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { rotateSession } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { cleAcces, identite } from '../db/schema/factors.ts';
import { identitiesOf } from './identity-rows.ts';
import type { SignedInBrowser } from './link-identity.ts';
import type { IdentityNeeds, IdentityResult } from './needs.ts';

/**
 * Takes an identity off an account that keeps another way in, and replaces the token of the session.
 * @param issuers of the providers that are set up: an identity of another opens nothing.
 */
export const unlinkIdentity = (
  { database, now, send, permit }: IdentityNeeds,
  { provider, issuers }: { readonly provider: IdentityProvider; readonly issuers: readonly string[] },
  { accountId, sessionToken }: SignedInBrowser,
): IdentityResult<string> =>
  database.write(async (tx) => {
    const permitted = await permit(tx, 'modifier', await accountObject(tx, accountId));
    if (!permitted.ok) return permitted;
    const account = await accountById(tx, accountId);
    const all = await identitiesOf(tx, accountId);
    if (!account || !all.some(({ fournisseur }) => fournisseur === provider))
      return refuse({ code: 'IDENTITE_ABSENTE' } as const);
    const others = all.filter(({ fournisseur, emetteur }) => fournisseur !== provider && issuers.includes(emetteur));
    // A passphrase opens nothing without an address to sign in with.
    const hasPassphrase = account.empreinte !== null && account.emailCle !== null;
    if (!hasPassphrase && others.length === 0 && !(await hasPasskey(tx, accountId)))
      return refuse({ code: 'DERNIER_ACCES' } as const);
    const fresh = await rotateSession(tx, { now }, sessionToken);
    if (!fresh) return refuse({ code: 'AUTRE_SESSION' } as const);
    await tx.delete(identite).where(and(eq(identite.compteId, accountId), eq(identite.fournisseur, provider)));
    if (account.email) await send(tx, { type: 'identite-deliee', to: account.email, provider });
    const object = { type: 'compte', id: accountId };
    await appendAudit(tx, {
      at: now,
      actor: accountId,
      verb: 'delier-identite',
      object,
      detail: { fournisseur: provider },
    });
    return accept(fresh);
  });

const hasPasskey = async (tx: Writer, accountId: string): Promise<boolean> =>
  (await tx.select({ id: cleAcces.id }).from(cleAcces).where(eq(cleAcces.compteId, accountId)).limit(1)).length > 0;
