import type { Profession } from './profession.ts';

/**
 * Codes of the nomenclature TRE_G15-ProfessionSante met in real records, and no other. Code 10 is a doctor of whom it
 * does not say whether he is a general practitioner: that depends on `codeSavoirFaire`, whose values are not verified,
 * so nothing is concluded.
 */
const known: Readonly<Record<string, Profession>> = {
  '21': 'pharmacien',
  '60': 'infirmier',
  '70': 'masseur-kinesitherapeute',
  '80': 'pedicure-podologue',
};

/** Null when the code does not say which of our professions it is. */
export const professionOfCode = (code: string): Profession | null =>
  Object.hasOwn(known, code) ? (known[code] ?? null) : null;
