import { accept, refuse } from '#domain/shared/result.ts';
import { admit } from '../auth/throttle.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

/**
 * Counts a mail, by the address it goes to and the place it is asked from.
 * @param by whether anyone may ask for it, or only who is signed in.
 */
export async function admitMail(
  { database, throttleKey, address, now }: Pick<AccountNeeds, 'database' | 'throttleKey' | 'address' | 'now'>,
  emailKey: string,
  by: 'courriel' | 'courriel-compte',
): AccountResult<void> {
  const subjects = [
    { kind: by, of: [emailKey] },
    { kind: 'courriel-adresse', of: [address] },
  ] as const;
  const wait = await database.write((tx) => admit(tx, throttleKey, subjects, now));
  return wait > 0 ? refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait }) : accept(undefined);
}
