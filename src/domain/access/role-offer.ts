import { parseEmail } from '../account/email.ts';
import { accept, type Result, refuse } from '../shared/result.ts';

export const roleOfferStates = ['proposee', 'demandee', 'prise', 'refusee', 'retiree'] as const;
export type RoleOfferState = (typeof roleOfferStates)[number];

/**
 * Who moves an offer: `destinataire`, the account it was meant for; `porteur`, any other that holds its link; an
 * administrator.
 */
export type OfferParty = 'destinataire' | 'porteur' | 'administrateur';

type Transition = {
  readonly from: readonly RoleOfferState[];
  readonly to: RoleOfferState;
  readonly by: OfferParty;
  /** How many hours it goes on from there; null: no longer than before. */
  readonly lasts: number | null;
};

/** How long a link waits to be followed, sent by mail or printed by a command on the machine of the site. */
export const linkHours = { mail: 72, command: 24 } as const;
/** How long a claim waits for an administrator. */
export const claimHours = 14 * 24;
/** How long the link still tells what became of it, to who took the role or claimed it. */
export const toldHours = 30 * 24;

/**
 * The whole life of a role that is offered by a link. Who was not written to may only ask; meanwhile whoever was may
 * still take it up, so that a link that went astray takes nothing from her.
 */
export const roleOfferTransitions = {
  prendre: { from: ['proposee', 'demandee'], to: 'prise', by: 'destinataire', lasts: toldHours },
  demander: { from: ['proposee'], to: 'demandee', by: 'porteur', lasts: claimHours },
  confirmer: { from: ['demandee'], to: 'prise', by: 'administrateur', lasts: toldHours },
  refuser: { from: ['demandee'], to: 'refusee', by: 'administrateur', lasts: toldHours },
  retirer: { from: ['proposee'], to: 'retiree', by: 'administrateur', lasts: null },
} as const satisfies Record<string, Transition>;
export type RoleOfferMove = keyof typeof roleOfferTransitions;
export const roleOfferMoves = Object.keys(roleOfferTransitions) as RoleOfferMove[];

export type RoleOfferLife = {
  readonly etat: RoleOfferState;
  /** ISO instant at which it ends: the link, the claim, what is still told of it. */
  readonly expireLe: string;
  /** The account that claims the role, or took it; null for none, or one that was deleted since. */
  readonly compte: string | null;
};

export type RoleOfferRefusal =
  | { readonly code: 'OFFRE_PAS_POUR_VOUS' }
  /** A claim waits already. */
  | { readonly code: 'DEMANDE_EN_COURS' }
  /** Taken, refused or withdrawn before, or past its end. */
  | { readonly code: 'OFFRE_CLOSE' };

/** For whom a link is: an address; null for whoever reads the console of the machine that printed it. */
export function offerPartyOf(
  offer: { readonly email: string | null },
  account: { readonly email: string | null },
): 'destinataire' | 'porteur' {
  if (offer.email === null) return 'destinataire';
  const [invited, own] = [parseEmail(offer.email), parseEmail(account.email ?? '')];
  return invited.ok && own.ok && invited.value.key === own.value.key ? 'destinataire' : 'porteur';
}

/** The state that counts: null past its end; a claim whose account was deleted is none. */
export function offerStateAt({ etat, expireLe, compte }: RoleOfferLife, now: Date): RoleOfferState | null {
  if (now.toISOString() >= expireLe) return null;
  return etat === 'demandee' && compte === null ? 'proposee' : etat;
}

/** Where a move leads, and until when. */
export function moveRoleOffer(
  offer: RoleOfferLife,
  name: RoleOfferMove,
  party: OfferParty,
  now: Date,
): Result<Pick<RoleOfferLife, 'etat' | 'expireLe'>, RoleOfferRefusal> {
  const { from, to, by, lasts }: Transition = roleOfferTransitions[name];
  const etat = offerStateAt(offer, now);
  if (etat === null) return refuse({ code: 'OFFRE_CLOSE' });
  if (!from.includes(etat)) return refuse({ code: etat === 'demandee' ? 'DEMANDE_EN_COURS' : 'OFFRE_CLOSE' });
  if (party !== by) return refuse({ code: 'OFFRE_PAS_POUR_VOUS' });
  return accept({ etat: to, expireLe: lasts === null ? offer.expireLe : endAfter(lasts, now) });
}

/** What whoever follows a link finds. */
export type OfferStanding =
  | 'close'
  /** Nobody is signed in: with which account it is followed decides. */
  | 'sans-compte'
  | 'a-prendre'
  | 'a-demander'
  | 'demande-d-autrui'
  | 'demande-faite'
  /** By this account, as the one below. */
  | 'prise'
  | 'refusee';

/**
 * Where an account (null: nobody signed in) stands before an offer.
 * @param offer `vouched`: who offers it is still an administrator. Else nobody takes it or claims it; who claimed it
 * before is answered by another.
 */
export function offerStanding(
  offer: RoleOfferLife & { readonly email: string | null; readonly vouched: boolean },
  account: { readonly id: string; readonly email: string | null } | null,
  now: Date,
): OfferStanding {
  const etat = offerStateAt(offer, now);
  const isOwn = account !== null && offer.compte === account.id;
  switch (etat) {
    case null:
    case 'retiree':
      return 'close';
    case 'prise':
    case 'refusee':
      return isOwn ? etat : 'close';
    case 'proposee':
    case 'demandee': {
      if (!offer.vouched) return isOwn && etat === 'demandee' ? 'demande-faite' : 'close';
      if (account === null) return 'sans-compte';
      if (offerPartyOf(offer, account) === 'destinataire') return 'a-prendre';
      if (etat === 'proposee') return 'a-demander';
      return isOwn ? 'demande-faite' : 'demande-d-autrui';
    }
  }
}

/** The instant so many hours after this one. */
export const endAfter = (hours: number, now: Date): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
