import { passesLuhn } from './luhn.ts';

/** 11 digits whose key is right. All real numbers at hand pass the key of Luhn. */
export const isRpps = (text: string): boolean => /^\d{11}$/.test(text) && passesLuhn(text);

/**
 * A number as people and identity providers write it, without its blanks; the national identifier, `8` before the
 * RPPS, is reduced to the RPPS: its 12 digits have no key of their own. Anything else comes back as it is.
 */
export function reduceRpps(text: string): string {
  const bare = text.replaceAll(/[\s.]/g, '');
  return /^8\d{11}$/.test(bare) ? bare.slice(1) : bare;
}
