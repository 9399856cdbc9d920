import { accept, refuse } from '#domain/shared/result.ts';
import { verifyPassphrase } from '../auth/password.ts';
import { admit, forget } from '../auth/throttle.ts';
import { type Account, accountById } from './find-account.ts';
import type { AccountNeeds, AccountResult } from './needs.ts';

/** Asks a person who is signed in for her passphrase again, before what cannot be undone (ASVS 5.0, 7.5.1). */
export async function provePassphrase(
  { database, throttleKey, now }: AccountNeeds,
  accountId: string,
  passphrase: string,
): AccountResult<Account> {
  const tries = { kind: 'compte-connu', of: ['preuve', accountId] } as const;
  const wait = await database.write((tx) => admit(tx, throttleKey, [tries], now));
  if (wait > 0) return refuse({ code: 'TROP_DE_TENTATIVES', attendreSecondes: wait });
  const account = await accountById(database.db, accountId);
  const right = await verifyPassphrase(account?.empreinte ?? null, passphrase);
  if (!right.ok) return refuse({ code: right.refusal });
  if (!account || !right.value) return refuse({ code: 'PHRASE_ACTUELLE_FAUSSE' });
  await database.write((tx) => forget(tx, throttleKey, tries));
  return accept(account);
}
