import { passesLuhn } from './luhn.ts';

const form = /^\d[\dAB]\d{7}$/;

/** Corsica writes 2A and 2B where the key reads 21 and 22 (measured on real numbers: not 19 and 18 as the NIR). */
const hasRightKey = (finess: string): boolean => passesLuhn(finess.replace('A', '1').replace('B', '2'));

/** 9 characters whose key is right. */
export const isFiness = (text: string): boolean => form.test(text) && hasRightKey(text);
