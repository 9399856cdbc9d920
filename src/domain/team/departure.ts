import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** Who decides that someone leaves: the person herself (a référent too, for his own place), or a référent for another. */
export type DepartureParty = 'membre' | 'referent';

/** The parties who want a departure: one of them, or both when one asked for an earlier day than the other. */
export const departureDeciders = ['membre', 'referent', 'les-deux'] as const;
export type DepartureDecider = (typeof departureDeciders)[number];

/** A last day in a team, who decided it, and the day when that was decided. */
export type Departure = {
  readonly dernierJour: string;
  readonly par: DepartureDecider;
  readonly decideLe: string;
};

export type DepartureRefusal =
  /** The other party wanted this departure: only that party takes it back, or puts it off. */
  | { readonly code: 'DEPART_DECIDE_PAR_L_AUTRE'; readonly par: DepartureDecider; readonly dernierJour: string }
  /** Nobody leaves on his own before today: what was done in between would have been done by a stranger. */
  | { readonly code: 'SORTIE_PASSEE' }
  /** Who was in the team with an account and is gone comes back by an invitation, accepted. */
  | { readonly code: 'RETOUR_PAR_INVITATION'; readonly dernierJour: string };

type Asked = {
  /** Null takes the departure back. */
  readonly lastDay: string | null;
  readonly by: DepartureParty;
  readonly today: string;
  /** Whether an account is bound to the row. */
  readonly isBound: boolean;
};

/**
 * Sets, moves or takes back a last day. Who decided a departure decides of its return (our decision: no source says
 * it, and a person put out could cancel it, one who left could be put back). An earlier day is always possible, and is
 * then the wish of both; a later one, or none, belongs to who decided. Once the last day is past, someone who had
 * joined comes back by a new invitation; a day written today by mistake may still be corrected today.
 */
export function decideLastDay(
  departure: Departure | null,
  { lastDay, by, today, isBound }: Asked,
): Result<Departure | null, DepartureRefusal> {
  if (by === 'membre' && lastDay !== null && lastDay < today) return refuse({ code: 'SORTIE_PASSEE' });
  const asAsked = lastDay === null ? null : { dernierJour: lastDay, par: by, decideLe: today };
  if (departure === null) return accept(asAsked);

  const { dernierJour, par, decideLe } = departure;
  if (lastDay === dernierJour) return accept(departure);
  const isEarlier = lastDay !== null && lastDay < dernierJour;
  if (isEarlier) return accept({ dernierJour: lastDay, par: par === by ? by : 'les-deux', decideLe: today });
  if (par !== by) return refuse({ code: 'DEPART_DECIDE_PAR_L_AUTRE', par, dernierJour });
  const comesBack = dernierJour < today && (lastDay === null || lastDay >= today);
  if (isBound && comesBack && decideLe !== today) return refuse({ code: 'RETOUR_PAR_INVITATION', dernierJour });
  return accept(asAsked);
}

/** Whether this party may put off or take back a departure: what a page offers, before a day is typed. */
export const mayTakeBack = (departure: Departure, asked: Omit<Asked, 'lastDay'>): boolean =>
  decideLastDay(departure, { ...asked, lastDay: null }).ok;
