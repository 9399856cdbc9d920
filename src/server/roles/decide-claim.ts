import { moveRoleOffer, type RoleOfferMove } from '#domain/access/role-offer.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountObject } from '../access/find-object.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { closeAllSessions } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { offerById, type RoleOffer, writeMove } from './role-offers.ts';
import { addRole, holds, type RoleNeeds, type RoleResult, scopeOf } from './role-store.ts';
import { tellAdministrators, tellClaimant } from './tell-of-roles.ts';

/** Gives the role to who claimed it: she is told, and signs in anew with what the role asks for. */
export function confirmClaim(needs: RoleNeeds, id: string): RoleResult<void> {
  const { database, now, actor } = needs;
  return database.write(async (tx) => {
    const claim = await decided(tx, needs, id, 'confirmer');
    if (!claim.ok) return claim;
    const { offer, accountId } = claim.value;
    const { grant } = offer;
    // Given to her by another way in between: the answer stays yes.
    if (!(await holds(tx, accountId, grant))) {
      await addRole(tx, { accountId, grant, by: actor, now });
      await closeAllSessions(tx, { now }, accountId);
    }
    await tellClaimant(tx, needs, { offer, accountId, isGranted: true });
    await tellAdministrators(tx, needs, {
      type: 'role-pris',
      about: accountId,
      path: `/association/comptes/${accountId}`,
      key: id,
    });
    const object = { type: 'compte', id: accountId };
    const detail = { role: grant.role, portee: scopeOf(grant), lien: id };
    await appendAudit(tx, { at: now, actor, verb: 'confirmer-demande-role', object, detail });
    return accept(undefined);
  });
}

/** Says no to who claimed a role: nothing was opened, and the link serves no more. */
export function refuseClaim(needs: RoleNeeds, id: string): RoleResult<void> {
  const { database, now, actor } = needs;
  return database.write(async (tx) => {
    const claim = await decided(tx, needs, id, 'refuser');
    if (!claim.ok) return claim;
    const { offer, accountId } = claim.value;
    await tellClaimant(tx, needs, { offer, accountId, isGranted: false });
    const object = { type: 'compte', id: accountId };
    const detail = { role: offer.grant.role, portee: scopeOf(offer.grant), lien: id };
    await appendAudit(tx, { at: now, actor, verb: 'refuser-demande-role', object, detail });
    return accept(undefined);
  });
}

/** Writes the answer of an administrator, who answers no claim of her own. */
async function decided(
  tx: Writer,
  { now, permit }: RoleNeeds,
  id: string,
  move: Extract<RoleOfferMove, 'confirmer' | 'refuser'>,
): RoleResult<{ readonly offer: RoleOffer; readonly accountId: string }> {
  const offer = await offerById(tx, id);
  if (!offer?.compte) return refuse({ code: 'DEMANDE_CLOSE' });
  const permitted = await permit(tx, 'habiliter', await accountObject(tx, offer.compte));
  if (!permitted.ok) return permitted;
  const moved = moveRoleOffer(offer, move, 'administrateur', now);
  if (!moved.ok) return refuse({ code: 'DEMANDE_CLOSE' });
  await writeMove(tx, id, { ...moved.value, compte: offer.compte, now });
  return accept({ offer, accountId: offer.compte });
}
