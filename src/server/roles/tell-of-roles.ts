import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { accountById } from '../accounts/find-account.ts';
import type { Writer } from '../db/client.ts';
import { compte, habilitation } from '../db/schema/accounts.ts';
import type { RoleOffer } from './role-offers.ts';
import type { RoleMail, RoleNeeds } from './role-store.ts';

type Telling = Pick<RoleNeeds, 'actor' | 'send'>;
type Notice = {
  readonly type: Extract<RoleMail['type'], 'role-pris' | 'role-demande'>;
  /** The page that shows it. */
  readonly path: string;
  readonly key: string;
};

/** Writes to every administrator but the one who acts, and the one whom it is about. */
export async function tellAdministrators(
  tx: Writer,
  { actor, send }: Telling,
  { about, ...mail }: Notice & { readonly about: string },
): Promise<void> {
  const administrators = await tx
    .select({ id: compte.id, email: compte.email })
    .from(habilitation)
    .innerJoin(compte, eq(compte.id, habilitation.compteId))
    .where(
      and(eq(habilitation.role, 'association-admin'), notInArray(compte.id, [actor, about]), isNotNull(compte.email)),
    );
  for (const { id, email } of administrators) {
    if (email) await send(tx, { ...mail, to: email, key: `${mail.type}:${mail.key}:${id}` });
  }
}

/** Writes to who claimed a role what was answered. */
export async function tellClaimant(
  tx: Writer,
  { send }: Telling,
  { offer, accountId, isGranted }: Answered,
): Promise<void> {
  const account = await accountById(tx, accountId);
  if (!account?.email) return;
  const type = isGranted ? 'role-confirme' : 'role-refuse';
  const path = isGranted ? '/espace/accueil' : '/espace/compte';
  await send(tx, { type, to: account.email, path, key: `${type}:${offer.id}` });
}
type Answered = { readonly offer: Pick<RoleOffer, 'id'>; readonly accountId: string; readonly isGranted: boolean };
