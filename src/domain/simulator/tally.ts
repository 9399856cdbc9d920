/** A sum that never counts an unknown amount as zero. */
export type Tally = {
  /** Accepted and priced. */
  readonly knownCents: number;
  /** Priced, but waiting for a decision of the association. */
  readonly waitingCents: number;
  /** How many amounts the association has still to fix. */
  readonly toFix: number;
};

export const nothing: Tally = { knownCents: 0, waitingCents: 0, toFix: 0 };

export const sum = (a: Tally, b: Tally): Tally => ({
  knownCents: a.knownCents + b.knownCents,
  waitingCents: a.waitingCents + b.waitingCents,
  toFix: a.toFix + b.toFix,
});

/** The total of what is accepted; null as soon as a part of it is unknown. */
export const totalOf = ({ knownCents, toFix }: Tally): number | null => (toFix > 0 ? null : knownCents);
