import { z } from 'zod';
import { passesLuhn } from './luhn.ts';

const form = /^\d[\dAB]\d{7}$/;

/** Corsica writes 2A and 2B where the key reads 21 and 22 (measured on real numbers: not 19 and 18 as the NIR). */
const hasRightKey = (finess: string): boolean => passesLuhn(finess.replace('A', '1').replace('B', '2'));

/** 9 characters whose key is right. */
export const isFiness = (text: string): boolean => form.test(text) && hasRightKey(text);

/** A FINESS number as someone types it; gives its 9 characters, without blanks, in capitals. */
export const finessSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s.]/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .regex(form, { error: 'Un numéro FINESS a neuf chiffres (en Corse, 2A ou 2B puis sept chiffres).', abort: true })
      .refine(hasRightKey, 'Un chiffre de ce numéro FINESS n’est pas le bon : sa clé ne correspond pas.'),
  );
