import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Overseas numbers have their own calling code; the beginning of the national number tells it. */
const callingCodes: ReadonlyMap<string, string> = new Map([
  ['0262', '262'],
  ['0263', '262'],
  ['0269', '262'],
  ['0508', '508'],
  ['0590', '590'],
  ['0594', '594'],
  ['0596', '596'],
]);

export type FixedPhone =
  | { readonly kind: 'valid'; readonly e164: string }
  | { readonly kind: 'left'; readonly pourquoi: 'numéro qui n’existe pas' | 'numéro mobile' | 'numéro surtaxé' };

/** A number as a list writes it, in E.164; a mobile may be somebody’s own and is left, as is one that charges extra. */
export function fixedPhone(written: string): FixedPhone {
  const digits = written.replaceAll(/[\s.]/g, '');
  const code = callingCodes.get(digits.slice(0, 4));
  const international = digits.startsWith('+') ? digits : `+${code ?? '33'}${digits.slice(1)}`;
  const parsed = parsePhoneNumberFromString(international);
  if (!parsed?.isValid()) return { kind: 'left', pourquoi: 'numéro qui n’existe pas' };
  const type = parsed.getType();
  if (type === 'MOBILE') return { kind: 'left', pourquoi: 'numéro mobile' };
  if (type === 'PREMIUM_RATE') return { kind: 'left', pourquoi: 'numéro surtaxé' };
  return { kind: 'valid', e164: parsed.number };
}
