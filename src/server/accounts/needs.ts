import type { AccountMail } from '#domain/account/account-mail.ts';
import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import type { CommonWords } from '#domain/account/passphrase.ts';
import type { Result } from '#domain/shared/result.ts';
import { siteName, siteSubject } from '#domain/site/name.ts';
import type { Denied, Permit } from '../access/permit.ts';
import type { Database, Writer } from '../db/client.ts';

/** What the verbs of accounts need of the outside. */
export type AccountNeeds = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  /** Puts a mail in the outbox, in the transaction of the change that it tells. */
  readonly send: (tx: Writer, mail: AccountMail) => Promise<unknown>;
  /** 32 bytes that never change and are not in the database: without them its counts name nobody. */
  readonly throttleKey: Uint8Array;
  readonly commonWords: CommonWords;
  /** Where the request comes from, as `network` of the rate limit writes it. */
  readonly address: string;
  readonly permit: Permit;
};

export type AccountResult<Value> = Promise<Result<Value, AccountRefusal | Denied>>;

/** What anyone may guess that a passphrase of this person, on this site, is made of. */
export const contextOf = (name: string, email: string | null): string[] => [
  `${siteName} ${siteSubject}`,
  name,
  email ?? '',
];
