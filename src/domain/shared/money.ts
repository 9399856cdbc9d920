import { z } from 'zod';

export type MoneyRefusal = 'MONTANT_EN_CENTIMES' | 'MONTANT_NEGATIF' | 'MONTANT_TROP_GRAND';
const refused = (code: MoneyRefusal): MoneyRefusal => code;

/** Money: whole cents, never a float. The ceiling (ten million euros) keeps every sum exact. */
export const centsSchema = z
  .int({
    error: ({ input }) => (input === undefined ? undefined : refused('MONTANT_EN_CENTIMES')),
  })
  .min(0, refused('MONTANT_NEGATIF'))
  .max(1_000_000_000, refused('MONTANT_TROP_GRAND'));

const wholeEuros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const eurosAndCents = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 75 € », « 133,34 € », « 8 570 € »: cents as a French reader writes them. */
export const euros = (cents: number): string => (cents % 100 === 0 ? wholeEuros : eurosAndCents).format(cents / 100);
