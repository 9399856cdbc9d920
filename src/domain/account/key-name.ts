import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** The name that its owner gives to a passkey: one line of 1 to 60 characters. */
export function parseKeyName(typed: string): Result<string, { readonly code: 'NOM_DE_CLE_INVALIDE' }> {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const length = [...name].length;
  return length < 1 || length > 60 || /\p{C}/u.test(name) ? refuse({ code: 'NOM_DE_CLE_INVALIDE' }) : accept(name);
}
