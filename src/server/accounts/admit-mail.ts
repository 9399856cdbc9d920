import { accept, refuse } from '#domain/shared/result.ts';
import { admit } from '../auth/throttle.ts';
import type { AccountResult, AccountsDoor } from './door.ts';

/** Counts a mail asked for by anyone, by the address it goes to and the place it is asked from. */
export async function admitMail(
  { database, throttleKey, address, now }: Pick<AccountsDoor, 'database' | 'throttleKey' | 'address' | 'now'>,
  emailKey: string,
): AccountResult<void> {
  const subjects = [
    { kind: 'courriel', of: [emailKey] },
    { kind: 'courriel-adresse', of: [address] },
  ] as const;
  const wait = await database.write((tx) => admit(tx, throttleKey, subjects, now));
  return wait > 0 ? refuse({ code: 'TROP_DE_COURRIELS', attendreSecondes: wait }) : accept(undefined);
}
