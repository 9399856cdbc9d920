import { generalPractitioner } from '#domain/people/profession.ts';
import type { ActionFacts, Professional } from './action-facts.ts';
import type { Step } from './decision.ts';
import type { Payment } from './payment.schema.ts';
import { type Amount, forTheAssociation, type Priced, payable, settle } from './priced.ts';
import { inStableOrder } from './stable-order.ts';

/** Largest remainder: the cents that do not divide go one by one to the first in the stable order; the sum is exact. */
export function priceEqualShares(facts: ActionFacts, lumpSum: number): Priced {
  const sharers = sharersOf(facts);
  const base = Math.floor(lumpSum / sharers.length);
  const oddCents = lumpSum - base * sharers.length;
  const amounts = new Map(
    sharers.map(({ id }, rank): [string, Amount] => {
      const oddCent = rank < oddCents;
      const cents = base + (oddCent ? 1 : 0);
      return [id, { cents, steps: [{ step: 'equal-share', memberId: id, cents, oddCent }] }];
    }),
  );
  return settle(facts, amounts, [{ step: 'lump-sum', cents: lumpSum, sharers: sharers.length }]);
}

/** The split of a PPS depends on who shares it: their number first, then the general practitioner among them. */
export function priceSplit(
  facts: ActionFacts,
  { forfaitCentimes, referentCentimes, repartition }: Extract<Payment, { sorte: 'forfait-avec-referent' }>,
): Priced {
  const sharers = sharersOf(facts);
  const split = repartition.find(({ professionnels }) => professionnels === sharers.length);
  const doctors = sharers.filter(isGeneralPractitioner).length;
  const prevus = repartition.map(({ professionnels }) => professionnels);
  if (!split) return forTheAssociation(facts, { code: 'PPS_REPARTITION_NON_PREVUE', nombre: sharers.length, prevus });
  if (doctors === 0) return forTheAssociation(facts, { code: 'PPS_SANS_MG_NON_PREVU' });
  if (doctors > 1) return forTheAssociation(facts, { code: 'PPS_PLUSIEURS_MG_NON_PREVU', nombre: doctors });

  const referent = facts.request.action.referent!;
  const paid = !facts.unpaid.has(referent);
  const referentStep: Step = { step: 'referent', memberId: referent, cents: referentCentimes, paid };
  const amounts = new Map(
    sharers.map((sharer): [string, Amount] => {
      const isDoctor = isGeneralPractitioner(sharer);
      const cents = isDoctor ? split.medecinGeneralisteCentimes : split.autreCentimes;
      const part = isDoctor ? 'general-practitioner' : 'other';
      const share: Step = { step: 'split', memberId: sharer.id, part, sharers: sharers.length, cents };
      return sharer.id === referent
        ? [sharer.id, { cents: cents + referentCentimes, steps: [share, referentStep] }]
        : [sharer.id, { cents, steps: [share] }];
    }),
  );
  const lumpSum: Step = { step: 'lump-sum', cents: forfaitCentimes, sharers: sharers.length };
  return settle(facts, amounts, paid ? [lumpSum] : [lumpSum, referentStep]);
}

const isGeneralPractitioner = ({ profession }: Professional): boolean => profession === generalPractitioner;

/**
 * Those among whom a lump sum is divided, in their own stable order: someone unpaid without an RPPS does not move the
 * odd cents of the others. The share of whoever may not be paid is redistributed, or lost.
 */
const sharersOf = (facts: ActionFacts): readonly Professional[] => {
  const redistributed = facts.period.regles.partNonIndemnisee.valeur === 'redistribuee';
  return inStableOrder(redistributed ? payable(facts) : facts.professionals);
};
