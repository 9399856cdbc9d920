import type { IdentityRefusal } from '#domain/identity/identity-refusal.ts';
import type { Result } from '#domain/shared/result.ts';
import type { AccountNeeds } from '../accounts/needs.ts';

/** What the verbs of identities need of the outside. */
export type IdentityNeeds = AccountNeeds;
export type IdentityResult<Value> = Promise<Result<Value, IdentityRefusal>>;
