import { type OfferStanding, offerStanding } from '#domain/access/role-offer.ts';
import { type FollowedOffer, followedOffer } from '#server/roles/role-offers.ts';
import type { Visit } from '../visit.ts';

/** What the link of a role shows to who follows it; the offer itself only to those whom it still concerns. */
export type RoleLinkPage =
  | { readonly standing: 'close' }
  | { readonly standing: Exclude<OfferStanding, 'close'>; readonly offer: FollowedOffer };

export async function roleLinkPage({ services, actor, session, now }: Visit, token: string): Promise<RoleLinkPage> {
  const offer = await followedOffer(services.database.db, token);
  const standing = offer ? offerStanding(offer, actor && session ? session.account : null, now) : 'close';
  return offer && standing !== 'close' ? { standing, offer } : { standing: 'close' };
}
