import { can } from '#domain/access/can.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import type { Permit } from '../../../src/server/access/permit.ts';
import { readActor } from '../../../src/server/access/read-actor.ts';
import { accountById } from '../../../src/server/accounts/find-account.ts';

/** The rights of an account by its rows of this instant, as in a session with a second factor, which nobody opened. */
export const permitAs =
  (id: string, now: Date): Permit =>
  async (tx, verb, object) => {
    const account = await accountById(tx, id);
    const session = account && {
      id: 'session',
      account: { id, email: account.email, name: account.nom },
      secondFactorGiven: true,
      secondFactorAt: null,
      state: 'ouverte' as const,
      openedAt: now.toISOString(),
      device: 'Essai',
    };
    const allowed = can(await readActor(tx, session, dayInParis(now)), verb, object);
    return allowed.ok ? accept(undefined) : refuse({ code: 'DROIT_PERDU', acces: allowed.refusal });
  };

type Refused = { readonly code: string; readonly acces?: { readonly code: string } };

/** `oui`, or why not; of a right that was lost, what is lacking. */
export const whyNot = (result: { ok: true } | { ok: false; refusal: Refused }): string =>
  result.ok ? 'oui' : (result.refusal.acces ?? result.refusal).code;
