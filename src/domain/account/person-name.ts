import { accept, type Result, refuse } from '#domain/shared/result.ts';

/** A name as its owner writes it: one line of 1 to 100 characters. */
export function parsePersonName(typed: string): Result<string, { readonly code: 'NOM_INVALIDE' }> {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const length = [...name].length;
  return length < 1 || length > 100 || /\p{C}/u.test(name) ? refuse({ code: 'NOM_INVALIDE' }) : accept(name);
}
