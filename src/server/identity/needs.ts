import type { AccountMail } from '#domain/account/account-mail.ts';
import type { IdentityMail } from '#domain/identity/identity-mail.ts';
import type { IdentityRefusal } from '#domain/identity/identity-refusal.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Denied } from '../access/permit.ts';
import type { AccountNeeds } from '../accounts/needs.ts';
import type { Writer } from '../db/client.ts';

/** What the verbs of identities need of the outside: what those of accounts do, and mails of their own. */
export type IdentityNeeds = Omit<AccountNeeds, 'send'> & {
  readonly send: (tx: Writer, mail: AccountMail | IdentityMail) => Promise<unknown>;
};
export type IdentityResult<Value> = Promise<Result<Value, IdentityRefusal | Denied>>;
