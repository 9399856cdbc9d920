import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { isPresentOn } from './membership.ts';

/** A place in a team: a member who may hold an account, and who may be one of its référents. */
export type Seat = {
  readonly id: string;
  /** The account bound to the member; null until the invitation is accepted. */
  readonly compte: string | null;
  readonly role: 'membre' | 'referent';
  readonly entree: string;
  readonly sortie: string | null;
};

export type SuccessionRefusal =
  /** Those who could take over are named, so that the way out is one click away. */
  | { readonly code: 'DERNIER_REFERENT'; readonly candidats: readonly string[] }
  | { readonly code: 'PAS_MEMBRE_A_CETTE_DATE' }
  | { readonly code: 'SUCCESSEUR_SANS_COMPTE' }
  | { readonly code: 'DEJA_REFERENT' }
  | { readonly code: 'PAS_REFERENT' }
  | { readonly code: 'DEJA_SOUTENU' };

/** A succession that members ask for: whom, and who has agreed so far. */
export type Proposal = { readonly successeur: string; readonly voix: readonly string[] };

/** Two members decide together; the successor may be one of them. */
export const membersWhoDecide = 2;

/** Leave after a last day. Refused when no référent with an account would remain the day after. */
export function leave(seats: readonly Seat[], id: string, lastDay: string): Result<Seat, SuccessionRefusal> {
  const seat = presentSeat(seats, id, lastDay);
  if (!seat) return refuse({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
  if (seat.role === 'referent' && !someoneElseLeads(seats, id, lastDay))
    return refuse(lastReferent(seats, id, lastDay));
  return accept({ ...seat, sortie: lastDay });
}

/** Stay in the team and hand the role back, under the same condition as leaving. */
export function stepDown(seats: readonly Seat[], id: string, day: string): Result<Seat, SuccessionRefusal> {
  const seat = presentSeat(seats, id, day);
  if (!seat) return refuse({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
  if (seat.role !== 'referent') return refuse({ code: 'PAS_REFERENT' });
  if (!someoneElseLeads(seats, id, day)) return refuse(lastReferent(seats, id, day));
  return accept({ ...seat, role: 'membre' });
}

/**
 * Why someone may not stop leading for good, or null: a référent with an account must lead on every day to come. One
 * whose last day is set already is not counted on, or two who each leave before the other would count on each other.
 */
export function leavesNobodyToLead(seats: readonly Seat[], id: string): LastReferent | null {
  const staying = seats.map((seat) => (seat.id === id ? { ...seat, sortie: null } : seat));
  const stepped = stepDown(staying, id, lastDayOfAll);
  return !stepped.ok && stepped.refusal.code === 'DERNIER_REFERENT' ? stepped.refusal : null;
}
const lastDayOfAll = '9999-12-30';
type LastReferent = Extract<SuccessionRefusal, { code: 'DERNIER_REFERENT' }>;

/** A référent, or the association, names one more référent: a present member who has an account. */
export function appoint(seats: readonly Seat[], id: string, day: string): Result<Seat, SuccessionRefusal> {
  const seat = presentSeat(seats, id, day);
  if (!seat) return refuse({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
  if (seat.compte === null) return refuse({ code: 'SUCCESSEUR_SANS_COMPTE' });
  if (seat.role === 'referent') return refuse({ code: 'DEJA_REFERENT' });
  return accept({ ...seat, role: 'referent' });
}

/**
 * A member agrees that someone becomes référent, and opens the succession if nobody did (no voices yet). The former
 * référents keep their role: a succession never puts anyone out.
 */
export function support(
  seats: readonly Seat[],
  proposal: Proposal,
  id: string,
  day: string,
): Result<Proposal, SuccessionRefusal> {
  const successor = appoint(seats, proposal.successeur, day);
  if (!successor.ok) return successor;
  const voter = presentSeat(seats, id, day);
  if (!voter || voter.compte === null) return refuse({ code: 'PAS_MEMBRE_A_CETTE_DATE' });
  if (voices(seats, proposal, day).includes(voter.compte)) return refuse({ code: 'DEJA_SOUTENU' });
  return accept({ ...proposal, voix: [...proposal.voix.filter((other) => other !== id), id] });
}

/** True when two accounts of members still present agree: one person with two rows counts once. */
export const isDecided = (seats: readonly Seat[], proposal: Proposal, day: string): boolean =>
  voices(seats, proposal, day).length >= membersWhoDecide;

function voices(seats: readonly Seat[], { voix }: Proposal, day: string): string[] {
  const accounts = voix.map((id) => presentSeat(seats, id, day)?.compte ?? null);
  return [...new Set(accounts.filter((compte) => compte !== null))];
}

const presentSeat = (seats: readonly Seat[], id: string, day: string): Seat | undefined =>
  seats.find((seat) => seat.id === id && isPresentOn(seat, day));

/** Present on a day and still there after it. */
const staysAfter = (seat: Seat, day: string): boolean =>
  isPresentOn(seat, day) && (seat.sortie === null || seat.sortie > day);

const someoneElseLeads = (seats: readonly Seat[], id: string, day: string): boolean =>
  seats.some((seat) => seat.id !== id && seat.role === 'referent' && seat.compte !== null && staysAfter(seat, day));

function lastReferent(seats: readonly Seat[], id: string, day: string): SuccessionRefusal {
  const others = seats.filter((seat) => seat.id !== id && seat.compte !== null && staysAfter(seat, day));
  return { code: 'DERNIER_REFERENT', candidats: others.map((seat) => seat.id) };
}
