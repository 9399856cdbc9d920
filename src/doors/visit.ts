import type { APIContext } from 'astro';
import type { Actor } from '#domain/access/roles.ts';
import { deviceWords } from '#domain/account/device-words.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { readActor } from '#server/access/read-actor.ts';
import { readSession, type Session } from '#server/auth/session.ts';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import { clientAddress } from '#server/http/client-address.ts';
import { network } from '#server/http/rate-limit.ts';
import type { Services } from '#server/services.ts';

/** What a page (`Astro`) and an endpoint (`APIContext`) both are. */
export type Context = Pick<
  APIContext,
  'request' | 'url' | 'params' | 'cookies' | 'locals' | 'rewrite' | 'clientAddress'
> & { readonly response?: ResponseInit };

/** One request to a private page: who comes, from where, at what instant. */
export type Visit = {
  readonly context: Context;
  readonly services: Services;
  readonly now: Date;
  /** The civil day in Paris. */
  readonly today: string;
  /** The session of the browser, open or waiting for its second factor. */
  readonly session: Session | null;
  readonly sessionToken: string | null;
  /** Who may act; null for a stranger, and while a second factor is waited for. */
  readonly actor: Actor | null;
  /** Where the request comes from, as attempts are counted. */
  readonly address: string;
  /** Browser and system in words. */
  readonly device: string;
};

/**
 * Reads who is there. Every private page and endpoint begins here, then asks `refusalOf`: reading authorises nothing.
 * The answer is kept by no browser and no proxy.
 */
export async function visitOf(context: Context): Promise<Visit> {
  const { services } = context.locals;
  context.locals.isPrivate = true;
  const now = services.now();
  const today = dayInParis(now);
  const sessionToken = context.cookies.get(sessionCookieName(services.config))?.value || null;
  const session = sessionToken ? await readSession({ database: services.database, now }, sessionToken) : null;
  return {
    context,
    services,
    now,
    today,
    session,
    sessionToken,
    actor: await readActor(services.database.db, session, today),
    address: network(
      clientAddress(services.config, context.request.headers.get('x-forwarded-for'), context.clientAddress),
    ),
    device: deviceWords(context.request.headers.get('user-agent') ?? ''),
  };
}

/** The actor of a visit that a right was already asked for. @throws Error when nobody is signed in. */
export function actorOf({ actor }: Visit): Actor {
  if (!actor) throw new Error('A page forgot to ask who comes.');
  return actor;
}
