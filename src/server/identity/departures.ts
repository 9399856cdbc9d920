import { and, eq, gt, lt } from 'drizzle-orm';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { admit } from '../auth/throttle.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import type { Writer } from '../db/client.ts';
import { departOidc } from '../db/schema/factors.ts';
import type { IdentityNeeds } from './needs.ts';
import type { DepartureSecrets, ProviderClient } from './provider-client.ts';
import type { ProviderFailure } from './provider-failure.ts';

export const departureMinutes = 10;

/** What a browser that left was to do. */
export type Departure = {
  readonly secrets: DepartureSecrets;
  /** The account that an identity is to be linked to; null for a sign-in. */
  readonly linkTo: string | null;
  readonly next: string;
};

export type Leaving = {
  /** The page of the provider. */
  readonly url: URL;
  /** For a cookie of this browser: nobody else may come back. */
  readonly browserToken: string;
};

type LeavingRefusal = ProviderFailure | { readonly code: 'TROP_DE_TENTATIVES'; readonly attendreSecondes: number };

/** Prepares a departure. It counts as an attempt to sign in from this place, which coming back gives back. */
export async function leave(
  { database, throttleKey, address, now }: IdentityNeeds,
  client: ProviderClient,
  { linkTo, next, redirectUri }: Pick<Departure, 'linkTo' | 'next'> & { readonly redirectUri: string },
): Promise<Result<Leaving, LeavingRefusal>> {
  const wait = await database.write((tx) => admit(tx, throttleKey, [{ kind: 'adresse', of: [address] }], now));
  if (wait > 0) return refuse({ code: 'TROP_DE_TENTATIVES', attendreSecondes: wait });
  const secrets = client.newSecrets();
  const url = await client.departureUrl(redirectUri, secrets);
  if (!url.ok) return url;
  const browserToken = newToken();
  await database.write((tx) =>
    tx.insert(departOidc).values({
      id: tokenHash(secrets.state),
      fournisseur: client.provider,
      nonce: secrets.nonce,
      verificateur: secrets.verifier,
      navigateur: tokenHash(browserToken),
      compteId: linkTo,
      suite: next,
      oublierLe: now.getTime() + departureMinutes * 60_000,
    }),
  );
  return accept({ url: url.value, browserToken });
}

/**
 * Takes a departure back, once: writes wait for one another. Null when there is none, when it is too old, and when it
 * was another browser’s, which keeps its own: whoever learns a `state` cannot use it up.
 */
export const takeDeparture = (
  { database, now }: Pick<IdentityNeeds, 'database' | 'now'>,
  { provider }: Pick<ProviderClient, 'provider'>,
  { state, browserToken }: { readonly state: string; readonly browserToken: string },
): Promise<Departure | null> =>
  database.write(async (tx) => {
    const theirs = and(
      eq(departOidc.id, tokenHash(state)),
      eq(departOidc.fournisseur, provider),
      eq(departOidc.navigateur, tokenHash(browserToken)),
      gt(departOidc.oublierLe, now.getTime()),
    );
    const [row] = await tx.delete(departOidc).where(theirs).returning();
    if (!row) return null;
    const secrets = { state, nonce: row.nonce, verifier: row.verificateur };
    return { secrets, linkTo: row.compteId, next: row.suite };
  });

/** Erases the departures past their ten minutes; to be called every day. */
export const purgeDepartures = async (tx: Writer, now: Date): Promise<void> => {
  await tx.delete(departOidc).where(lt(departOidc.oublierLe, now.getTime()));
};
