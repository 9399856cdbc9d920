import { linkHours, moveRoleOffer } from '#domain/access/role-offer.ts';
import type { Grant } from '#domain/access/roles.ts';
import { parseEmail } from '#domain/account/email.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { issueOffer, offerById, writeMove } from './role-offers.ts';
import { type RoleNeeds, type RoleResult, scopeOf } from './role-store.ts';

/** Sends someone a link by which the account of this address, old or to be, takes up a role. */
export function inviteAgent(
  { database, now, newId, actor, permit, send }: RoleNeeds,
  { email: typed, grant }: { readonly email: string; readonly grant: Grant },
): RoleResult<void> {
  return database.write(async (tx) => {
    const email = parseEmail(typed);
    if (!email.ok) return refuse({ code: email.refusal });
    const permitted = await permit(tx, 'inviter-agent', { kind: 'portail' });
    if (!permitted.ok) return permitted;
    const id = newId();
    const { address } = email.value;
    const token = await issueOffer(tx, now, { id, grant, email: address, by: actor, hours: linkHours.mail });
    await send(tx, { type: 'role-propose', to: address, token, key: `role:${id}` });
    const object = { type: 'lien-role', id };
    const detail = { role: grant.role, portee: scopeOf(grant) };
    await appendAudit(tx, { at: now, actor, verb: 'proposer-role', object, detail });
    return accept(undefined);
  });
}

/** Makes a link void that nobody followed. */
export function withdrawRoleLink(
  { database, now, actor, permit }: Pick<RoleNeeds, 'database' | 'now' | 'actor' | 'permit'>,
  id: string,
): RoleResult<void> {
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'inviter-agent', { kind: 'portail' });
    if (!permitted.ok) return permitted;
    const offer = await offerById(tx, id);
    if (!offer) return refuse({ code: 'LIEN_ROLE_INUTILISABLE' } as const);
    const moved = moveRoleOffer(offer, 'retirer', 'administrateur', now);
    if (!moved.ok) return refuse(moved.refusal);
    await writeMove(tx, id, { ...moved.value, compte: null, now });
    await appendAudit(tx, { at: now, actor, verb: 'retirer-lien-role', object: { type: 'lien-role', id } });
    return accept(undefined);
  });
}
