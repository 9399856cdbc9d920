import { moveRoleOffer, offerStanding } from '#domain/access/role-offer.ts';
import type { Grant } from '#domain/access/roles.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { accountById } from '../accounts/find-account.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { rotateSession } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { followedOffer, type RoleOffer, writeMove } from './role-offers.ts';
import { addRole, holds, type RoleNeeds, type RoleResult, scopeOf } from './role-store.ts';
import { tellAdministrators, tellClaimant } from './tell-of-roles.ts';

type Needs = Pick<RoleNeeds, 'database' | 'now' | 'actor' | 'permit' | 'send'>;

/** What following a link came to. */
export type Followed =
  /** The new token of the session, which waits for a second factor unless it was opened with one. */
  | { readonly became: 'prise'; readonly sessionToken: string; readonly grant: Grant }
  /** Nothing is opened before an administrator says yes. */
  | { readonly became: 'demandee' };

/**
 * Gives the role of a link, once, to the account whose confirmed address it was sent to; any other account that follows
 * it asks for the role. A link that a command printed has no address: it is for whoever reads that console.
 */
export function takeUpRole(
  needs: Needs,
  { token, sessionToken }: { readonly token: string; readonly sessionToken: string },
): RoleResult<Followed> {
  const { database, now, actor, permit } = needs;
  return database.write(async (tx) => {
    const permitted = await permit(tx, 'ouvrir-espace', { kind: 'portail' });
    if (!permitted.ok) return permitted;
    const offer = await followedOffer(tx, token);
    if (!offer) return refuse({ code: 'LIEN_ROLE_INUTILISABLE' } as const);
    if (offer.by === actor) return refuse({ code: 'PROPRE_COMPTE' } as const);
    const account = await accountById(tx, actor);
    if (!account?.email) return refuse({ code: 'INTROUVABLE' } as const);
    const standing = offerStanding(offer, account, now);
    if (standing === 'demande-faite') return accept({ became: 'demandee' } as const);
    if (standing === 'demande-d-autrui') return refuse({ code: 'DEMANDE_EN_COURS' } as const);
    if (standing !== 'a-prendre' && standing !== 'a-demander') {
      return refuse({ code: 'LIEN_ROLE_INUTILISABLE' } as const);
    }
    if (await holds(tx, actor, offer.grant)) return refuse({ code: 'DEJA_HABILITE' } as const);
    return standing === 'a-prendre' ? take(tx, needs, offer, sessionToken) : claim(tx, needs, offer);
  });
}

async function take(tx: Writer, needs: Needs, offer: RoleOffer, sessionToken: string): RoleResult<Followed> {
  const { now, actor } = needs;
  const { id, grant, by } = offer;
  const moved = moveRoleOffer(offer, 'prendre', 'destinataire', now);
  if (!moved.ok) return refuse(moved.refusal);
  const fresh = await rotateSession(tx, { now }, sessionToken);
  if (fresh === null) return refuse({ code: 'INTROUVABLE' } as const);
  await writeMove(tx, id, { ...moved.value, compte: actor, now });
  await addRole(tx, { accountId: actor, grant, by, now });
  const outdone = offer.compte !== null && offer.compte !== actor ? offer.compte : null;
  if (outdone) await tellClaimant(tx, needs, { offer, accountId: outdone, isGranted: false });
  await tellAdministrators(tx, needs, {
    type: 'role-pris',
    about: actor,
    path: `/association/comptes/${actor}`,
    key: id,
  });
  const detail = { role: grant.role, portee: scopeOf(grant), lien: id, ...(outdone && { demandeEcartee: outdone }) };
  await appendAudit(tx, { at: now, actor, verb: 'prendre-role', object: { type: 'compte', id: actor }, detail });
  return accept({ became: 'prise', sessionToken: fresh, grant });
}

async function claim(tx: Writer, needs: Needs, offer: RoleOffer): RoleResult<Followed> {
  const { now, actor } = needs;
  const { id, grant } = offer;
  const moved = moveRoleOffer(offer, 'demander', 'porteur', now);
  if (!moved.ok) return refuse(moved.refusal);
  await writeMove(tx, id, { ...moved.value, compte: actor, now });
  await tellAdministrators(tx, needs, {
    type: 'role-demande',
    about: actor,
    path: '/association/comptes#demandes',
    key: id,
  });
  const detail = { role: grant.role, portee: scopeOf(grant) };
  await appendAudit(tx, { at: now, actor, verb: 'demander-role', object: { type: 'lien-role', id }, detail });
  return accept({ became: 'demandee' });
}
