import type { DateRefusal } from '#domain/shared/civil-date.ts';
import type { MoneyRefusal } from '#domain/shared/money.ts';
import type { Sentences } from './sentences.ts';

export type ValueRefusal = { readonly code: DateRefusal | MoneyRefusal };

/** What is wrong in a value that every subject knows: a date, an amount. */
export const valueSentences: Sentences<ValueRefusal> = {
  DATE_INEXISTANTE: 'Cette date n’existe pas ou n’est pas écrite AAAA-MM-JJ.',
  MONTANT_EN_CENTIMES: 'Un montant s’écrit en centimes entiers (75 € : 7500).',
  MONTANT_NEGATIF: 'Un montant ne peut pas être négatif.',
  MONTANT_TROP_GRAND: 'Ce montant est trop grand.',
};
