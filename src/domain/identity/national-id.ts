import { isRpps, reduceRpps } from '#domain/people/rpps.ts';

/** What the national identifier of a health professional is: `8` + RPPS, `0` + ADELI, or anything else (`ANS…`). */
export type NationalId =
  | { readonly kind: 'rpps'; readonly rpps: string }
  | { readonly kind: 'adeli'; readonly adeli: string }
  | { readonly kind: 'autre' };

/** Reads the identifier as Pro Santé Connect writes it; identities of its test site are no numbers. */
export function readNationalId(text: string): NationalId {
  const rpps = reduceRpps(text);
  if (/^8\d{11}$/.test(text) && isRpps(rpps)) return { kind: 'rpps', rpps };
  // A department (2A and 2B in Corsica), then seven digits.
  const adeli = /^0(\d[\dAB]\d{7})$/.exec(text)?.[1];
  return adeli === undefined ? { kind: 'autre' } : { kind: 'adeli', adeli };
}
