import { accept, type Result, refuse } from '#domain/shared/result.ts';

export const invitationStates = ['envoyee', 'renvoyee', 'acceptee', 'declinee', 'retiree', 'expiree'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Who moves an invitation: a référent of the team, whoever holds the link, or time itself. */
export type InvitationParty = 'referent' | 'invite' | 'temps';

type Transition = {
  readonly from: readonly InvitationState[];
  readonly to: InvitationState;
  readonly by: InvitationParty;
  /** `en-cours`: not after the last day; `echu`: only after it; `toujours`: whatever the day. */
  readonly when: 'en-cours' | 'echu' | 'toujours';
  /** A new link that makes the former one void, and a new last day. */
  readonly renews: boolean;
};

/**
 * The whole life of an invitation. A wrong address is corrected on the same invitation, even after the stranger who
 * received it declined; someone who declined is not written to again at the same address.
 */
export const invitationTransitions = {
  renvoyer: {
    from: ['envoyee', 'renvoyee', 'expiree'],
    to: 'renvoyee',
    by: 'referent',
    when: 'toujours',
    renews: true,
  },
  'corriger-adresse': {
    from: ['envoyee', 'renvoyee', 'expiree', 'declinee'],
    to: 'renvoyee',
    by: 'referent',
    when: 'toujours',
    renews: true,
  },
  retirer: { from: ['envoyee', 'renvoyee', 'expiree'], to: 'retiree', by: 'referent', when: 'toujours', renews: false },
  accepter: { from: ['envoyee', 'renvoyee'], to: 'acceptee', by: 'invite', when: 'en-cours', renews: false },
  decliner: { from: ['envoyee', 'renvoyee'], to: 'declinee', by: 'invite', when: 'en-cours', renews: false },
  expirer: { from: ['envoyee', 'renvoyee'], to: 'expiree', by: 'temps', when: 'echu', renews: false },
} as const satisfies Record<string, Transition>;
export type InvitationMove = keyof typeof invitationTransitions;
export const invitationMoves = Object.keys(invitationTransitions) as InvitationMove[];

export type Invitation = {
  readonly etat: InvitationState;
  /** Last day on which the link works. */
  readonly jusquau: string;
};

export type InvitationRefusal =
  | { readonly code: 'INVITATION_PAS_VOTRE_ROLE' }
  | { readonly code: 'INVITATION_ETAT'; readonly etat: InvitationState }
  | { readonly code: 'INVITATION_EXPIREE'; readonly jusquau: string }
  | { readonly code: 'INVITATION_EN_COURS'; readonly jusquau: string };

/** `today` is a civil day in Paris, `validityDays` how many days after today a link works. */
type Moment = { readonly today: string; readonly validityDays: number };

export const newInvitation = (moment: Moment): Invitation => ({ etat: 'envoyee', jusquau: lastDay(moment) });

/** The state as people see it: a link past its last day has expired, whether or not it was written down. */
export const stateOn = ({ etat, jusquau }: Invitation, today: string): InvitationState =>
  (etat === 'envoyee' || etat === 'renvoyee') && today > jusquau ? 'expiree' : etat;

export function moveInvitation(
  invitation: Invitation,
  name: InvitationMove,
  party: InvitationParty,
  moment: Moment,
): Result<Invitation, InvitationRefusal> {
  const { from, to, by, when, renews }: Transition = invitationTransitions[name];
  const { etat, jusquau } = invitation;
  if (party !== by) return refuse({ code: 'INVITATION_PAS_VOTRE_ROLE' });
  if (when === 'en-cours' && stateOn(invitation, moment.today) === 'expiree') {
    return refuse({ code: 'INVITATION_EXPIREE', jusquau });
  }
  if (!from.includes(etat)) return refuse({ code: 'INVITATION_ETAT', etat });
  if (when === 'echu' && moment.today <= jusquau) return refuse({ code: 'INVITATION_EN_COURS', jusquau });
  return accept({ etat: to, jusquau: renews ? lastDay(moment) : jusquau });
}

/** What a page may offer; the server applies the same table through `moveInvitation`. */
export const invitationMovesOpenTo = (invitation: Invitation, party: InvitationParty, today: string) =>
  invitationMoves.filter((name) => moveInvitation(invitation, name, party, { today, validityDays: 1 }).ok);

function lastDay({ today, validityDays }: Moment): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + validityDays);
  return day.toISOString().slice(0, 10);
}
