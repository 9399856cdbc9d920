import type { IdentityRefusal } from '#domain/identity/identity-refusal.ts';
import type { Result } from '#domain/shared/result.ts';
import type { AccountsDoor } from '../accounts/door.ts';

/** What the verbs of identities need of the outside. */
export type IdentityDoor = AccountsDoor;
export type IdentityResult<Value> = Promise<Result<Value, IdentityRefusal>>;
