import type { HealthProfession } from '#domain/people/profession.ts';
import type { Pending } from './decision.ts';
import { priceEqualShares, priceSplit } from './lump-sum.ts';
import type { Payment } from './payment.schema.ts';
import type { Category, Period } from './plan.schema.ts';
import { type Amount, type Priced, payable, settle } from './priced.ts';
import type { Situation } from './situation.ts';

/** R12: the lines of an action that no rule refused, or why the association has to fix an amount. */
export function price(situation: Situation): Priced {
  const payment = supposedPayment(situation);
  switch (payment.sorte) {
    case 'par-professionnel-present':
      return priceByRate(situation, payment.tarifsCentimes);
    case 'forfait-a-partager':
      return priceEqualShares(situation, payment.forfaitCentimes);
    case 'forfait-avec-referent':
      return priceSplit(situation, payment);
    case 'par-redacteur':
      return priceWriters(situation, payment.centimes);
  }
}

/** The request may suppose a STAFF rate, or suppose that there is none. */
function supposedPayment({ paidAction, type, request }: Situation): Payment {
  const { tarifStaffCentimes } = request.reglages;
  if (type !== 'staff' || tarifStaffCentimes === undefined) return paidAction.paiement;
  return { sorte: 'par-professionnel-present', tarifsCentimes: tarifStaffCentimes };
}

type Rates = Extract<Payment, { sorte: 'par-professionnel-present' }>['tarifsCentimes'];

function priceByRate(situation: Situation, rates: Rates): Priced {
  const amounts = new Map<string, Amount>();
  const unrated = new Set<HealthProfession>();
  for (const { id, profession } of payable(situation)) {
    const category = categoryOf(situation.period, profession);
    if (rates && category) {
      const cents = rates[category];
      amounts.set(id, { cents, steps: [{ step: 'rate', memberId: id, category, cents }] });
    } else {
      if (rates) unrated.add(profession);
      amounts.set(id, {
        cents: null,
        steps: [{ step: rates ? 'no-rate-for-profession' : 'no-rate-for-action', memberId: id }],
      });
    }
  }
  const priced = settle(situation, amounts);
  if (priced.totalCents !== null) return priced;
  const pending: Pending = rates
    ? { code: 'TARIF_PROFESSION_NON_PRECISE', professions: [...unrated] }
    : { code: 'BAREME_INCOMPLET' };
  return { ...priced, pending };
}

const categoryOf = ({ categories }: Period, profession: HealthProfession): Category | null =>
  categories.find(({ professions }) => professions.includes(profession))?.categorie ?? null;

const priceWriters = (situation: Situation, cents: number): Priced =>
  settle(
    situation,
    new Map(payable(situation).map(({ id }) => [id, { cents, steps: [{ step: 'writer', memberId: id, cents }] }])),
  );
