/** Calling codes under which the national form is a 0 and nine digits: metropolitan France and the five DROM. */
const withTrunkZero = ['33', '262', '590', '594', '596'];

/** New Caledonia, French Polynesia, Wallis and Futuna: short numbers, written without a 0. */
const withoutTrunkZero = ['687', '689', '681'];

const saintPierreEtMiquelon = '508';

/**
 * A number in E.164 as people read it in France, by pairs: « 03 25 40 80 83 », « 05 94 28 41 30 » in Guyane. A number
 * from elsewhere is given back as it is, in international form.
 */
export function displayPhone(e164: string): string {
  const digits = e164.replace(/^\+/, '');
  const home = withTrunkZero.find((code) => digits.startsWith(code) && digits.length === code.length + 9);
  if (home) return pairs(`0${digits.slice(home.length)}`);
  if (digits.startsWith(saintPierreEtMiquelon) && digits.length === 9) return pairs(`0${digits}`);
  const local = withoutTrunkZero.find((code) => digits.startsWith(code));
  if (local) return pairs(digits.slice(local.length));
  return e164;
}

const pairs = (digits: string): string => digits.match(/\d{1,2}/g)?.join(' ') ?? digits;
