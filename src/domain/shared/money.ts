import { z } from 'zod';

/** Money: whole cents, never a float. The ceiling (ten million euros) keeps every sum exact. */
export const centsSchema = z
  .int({
    error: ({ input }) => (input === undefined ? undefined : 'Un montant s’écrit en centimes entiers (75 € : 7500).'),
  })
  .min(0, 'Un montant ne peut pas être négatif.')
  .max(1_000_000_000, 'Ce montant est trop grand.');

const wholeEuros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const eurosAndCents = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 75 € », « 133,34 € », « 8 570 € »: cents as a French reader writes them. */
export const euros = (cents: number): string => (cents % 100 === 0 ? wholeEuros : eurosAndCents).format(cents / 100);
