import { type AccessRefusal, can } from '#domain/access/can.ts';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import type { Kind, Verb } from '#domain/access/rights.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { readSessionIn } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import { readActor } from './read-actor.ts';

/** A right that was there when the page asked for it, and is there no more. */
export type Denied = { readonly code: 'DROIT_PERDU'; readonly acces: AccessRefusal };

/** Who acts: whoever the session of this token lets act; null for a stranger. */
export type Acting = { readonly sessionToken: string | null; readonly now: Date };

/**
 * Asks for a right again, in the transaction of the act: the session, its roles and its places of this day are read
 * anew, and the caller reads the object in the same transaction. Between the question of a page and the act lie a
 * passphrase to check and other people's writes: whoever lost the right meanwhile does not act.
 */
export async function permit<K extends Kind>(
  tx: Writer,
  { sessionToken, now }: Acting,
  verb: Verb<K>,
  object: AccessObject<K> | Absent<K>,
): Promise<Result<void, Denied>> {
  const session = sessionToken === null ? null : await readSessionIn(tx, { now }, sessionToken);
  const allowed = can<K>(await readActor(tx, session, dayInParis(now)), verb, object);
  return allowed.ok ? accept(undefined) : refuse({ code: 'DROIT_PERDU', acces: allowed.refusal });
}

/** `permit` for whoever acts in one request: what verbs need of it. */
export type Permit = <K extends Kind>(
  tx: Writer,
  verb: Verb<K>,
  object: AccessObject<K> | Absent<K>,
) => Promise<Result<void, Denied>>;

export const permitFor =
  (acting: Acting): Permit =>
  (tx, verb, object) =>
    permit(tx, acting, verb, object);
