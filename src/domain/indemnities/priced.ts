import type { ActionFacts, Professional } from './action-facts.ts';
import type { Line, Pending, Step } from './decision.ts';

/** What an action is worth: a null amount is for the association to settle. */
export type Priced = {
  readonly lines: readonly Line[];
  readonly totalCents: number | null;
  readonly pending: Pending | null;
  readonly steps: readonly Step[];
};

export type Amount = { readonly cents: number | null; readonly steps: readonly Step[] };

export const payable = ({ professionals, unpaid }: ActionFacts): Professional[] =>
  professionals.filter(({ id }) => !unpaid.has(id));

/** One line per professional in the stable order: the amount, or zero and the reason why. */
export function settle(
  { professionals, unpaid }: ActionFacts,
  amounts: ReadonlyMap<string, Amount>,
  introduction: readonly Step[] = [],
): Priced {
  const lines: Line[] = [];
  const steps: Step[] = [...introduction];
  for (const { id } of professionals) {
    const reason = unpaid.get(id);
    if (reason) {
      lines.push({ memberId: id, cents: 0, reason });
      steps.push({ step: 'unpaid', memberId: id, reason });
    } else {
      const { cents, steps: why } = amounts.get(id)!;
      lines.push({ memberId: id, cents, reason: null });
      steps.push(...why);
    }
  }
  const terms = lines.flatMap(({ cents }) => (cents === null ? [] : [cents]));
  if (terms.length < lines.length) return { lines, totalCents: null, pending: null, steps };
  const totalCents = terms.reduce((sum, cents) => sum + cents, 0);
  return { lines, totalCents, pending: null, steps: [...steps, { step: 'total', terms, cents: totalCents }] };
}

/** A split that no source gives: no line, nothing guessed. */
export const forTheAssociation = ({ unpaid }: ActionFacts, pending: Pending): Priced => ({
  lines: [],
  totalCents: null,
  pending,
  steps: [...unpaid].map(([memberId, reason]) => ({ step: 'unpaid', memberId, reason })),
});
