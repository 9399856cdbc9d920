/** Without 0, 1, I, L and O, which are read for one another on paper: 31 signs, 49 bits in ten of them. */
export const recoveryAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const recoveryCodeLength = 10;
export const recoveryCodeCount = 10;

/** A code as it is kept (`ABCDE23456`), from what was typed: case, spaces and hyphens do not matter. Null: no code. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const isCode = code.length === recoveryCodeLength && [...code].every((sign) => recoveryAlphabet.includes(sign));
  return isCode ? code : null;
}

/** `ABCDE23456` → `ABCDE-23456`, to be copied by hand. */
export const showRecoveryCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
