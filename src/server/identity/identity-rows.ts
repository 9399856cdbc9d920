import { and, asc, eq } from 'drizzle-orm';
import type { ProvenIdentity } from '#domain/identity/proven-identity.ts';
import type { IdentityProvider } from '#domain/identity/provider.ts';
import type { Reader, Writer } from '../db/client.ts';
import { identite } from '../db/schema/factors.ts';

export type IdentityRow = typeof identite.$inferSelect;
type Read = Pick<Reader | Writer, 'select'>;

const keyOf = ({ issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>) =>
  and(eq(identite.emetteur, issuer), eq(identite.sujet, subject));

/** The row of an identity, by issuer and subject and nothing else. */
export const rowOfIdentity = async (db: Read, identity: ProvenIdentity): Promise<IdentityRow | null> =>
  (await db.select().from(identite).where(keyOf(identity)).limit(1))[0] ?? null;

export const identitiesOf = (db: Read, accountId: string): Promise<IdentityRow[]> =>
  db.select().from(identite).where(eq(identite.compteId, accountId)).orderBy(asc(identite.fournisseur));

export const identityOf = async (
  db: Read,
  accountId: string,
  provider: IdentityProvider,
): Promise<IdentityRow | null> =>
  (await identitiesOf(db, accountId)).find(({ fournisseur }) => fournisseur === provider) ?? null;

const said = ({ nationalId, rpps, declared }: ProvenIdentity) => ({
  identifiantNational: nationalId,
  rpps,
  declare: JSON.stringify(declared),
});

export const addIdentity = async (tx: Writer, identity: ProvenIdentity, accountId: string, at: string) => {
  await tx.insert(identite).values({
    emetteur: identity.issuer,
    sujet: identity.subject,
    fournisseur: identity.provider,
    compteId: accountId,
    ...said(identity),
    lieeLe: at,
    vueLe: at,
  });
};

/** Keeps what the provider says today in place of what it said before. */
export const refreshIdentity = async (tx: Writer, identity: ProvenIdentity, at: string) => {
  await tx
    .update(identite)
    .set({ ...said(identity), vueLe: at })
    .where(keyOf(identity));
};
