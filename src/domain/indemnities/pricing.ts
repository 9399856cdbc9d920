import type { HealthProfession } from '#domain/people/profession.ts';
import type { ActionFacts } from './action-facts.ts';
import type { Pending } from './decision.ts';
import { priceEqualShares, priceSplit } from './lump-sum.ts';
import type { Payment } from './payment.schema.ts';
import type { Category, Period } from './plan.schema.ts';
import { type Amount, type Priced, payable, settle } from './priced.ts';

/** R12: the lines of an action that no rule refused, or why the association has to fix an amount. */
export function price(facts: ActionFacts): Priced {
  const payment = supposedPayment(facts);
  switch (payment.sorte) {
    case 'par-professionnel-present':
      return priceByRate(facts, payment.tarifsCentimes);
    case 'forfait-a-partager':
      return priceEqualShares(facts, payment.forfaitCentimes);
    case 'forfait-avec-referent':
      return priceSplit(facts, payment);
    case 'par-redacteur':
      return priceWriters(facts, payment.centimes);
  }
}

/** The request may suppose a STAFF rate, or suppose that there is none. */
function supposedPayment({ paidAction, type, request }: ActionFacts): Payment {
  const { tarifStaffCentimes } = request.reglages;
  if (type !== 'staff' || tarifStaffCentimes === undefined) return paidAction.paiement;
  return { sorte: 'par-professionnel-present', tarifsCentimes: tarifStaffCentimes };
}

type Rates = Extract<Payment, { sorte: 'par-professionnel-present' }>['tarifsCentimes'];

function priceByRate(facts: ActionFacts, rates: Rates): Priced {
  const amounts = new Map<string, Amount>();
  const unrated = new Set<HealthProfession>();
  for (const { id, profession } of payable(facts)) {
    const category = categoryOf(facts.period, profession);
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
  const priced = settle(facts, amounts);
  if (priced.totalCents !== null) return priced;
  const pending: Pending = rates
    ? { code: 'TARIF_PROFESSION_NON_PRECISE', professions: [...unrated] }
    : { code: 'BAREME_INCOMPLET' };
  return { ...priced, pending };
}

const categoryOf = ({ categories }: Period, profession: HealthProfession): Category | null =>
  categories.find(({ professions }) => professions.includes(profession))?.categorie ?? null;

const priceWriters = (facts: ActionFacts, cents: number): Priced =>
  settle(
    facts,
    new Map(payable(facts).map(({ id }) => [id, { cents, steps: [{ step: 'writer', memberId: id, cents }] }])),
  );
