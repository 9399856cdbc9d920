import type { APIContext } from 'astro';
import type { Actor } from '#domain/access/roles.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import { readActor } from '#server/access/read-actor.ts';
import { readSession, type Session } from '#server/auth/session.ts';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import type { Sending } from '#server/forms/sending.ts';
import { clientAddress } from '#server/http/client-address.ts';
import { network } from '#server/http/rate-limit.ts';
import type { Services } from '#server/services.ts';
import { deviceWords } from '../messages/account/devices.ts';
import type { Cookie } from './cookies.ts';
import { type FormBody, readFormBody } from './form-body.ts';
import { bytesOfFiles, type FileRules } from './form-files.ts';
import { type GivenAnswer, givenAnswer } from './given-answer.ts';

/** What a page (`Astro`) and an endpoint (`APIContext`) both are. */
export type Context = Pick<
  APIContext,
  'request' | 'url' | 'params' | 'cookies' | 'locals' | 'rewrite' | 'clientAddress'
> & { readonly response?: ResponseInit & { readonly headers: Headers } };

/** One request to a private page: who comes, from where, at what instant. */
export type Visit = {
  readonly context: Context;
  readonly services: Services;
  readonly now: Date;
  /** The civil day in Paris. */
  readonly today: string;
  /** The form that was sent, or the answer to one that cannot be read; null when there is none. */
  readonly sent: FormBody | Response | null;
  /** What this very form was answered a short while ago. */
  readonly given: GivenAnswer | null;
  /** The session of the browser, open or waiting for its second factor. */
  readonly session: Session | null;
  readonly sessionToken: string | null;
  /** Who may act; null for a stranger, and while a second factor is waited for. */
  readonly actor: Actor | null;
  /** Where the request comes from, as attempts are counted. */
  readonly address: string;
  /** Browser and system in words. */
  readonly device: string;
  /** The cookies that the answer sets, in their order. */
  readonly cookiesSet: Cookie[];
};

/**
 * Reads who is there and what was sent. Every private page and endpoint begins here, then asks `refusalOf`: reading
 * authorises nothing. The answer is kept by no browser and no proxy.
 * @param forms those of the page, where some take files: a form weighs a megabyte at most besides.
 */
export async function visitOf(
  context: Context,
  forms: Readonly<Record<string, { readonly files?: FileRules }>> = {},
): Promise<Visit> {
  const { services } = context.locals;
  context.locals.isPrivate = true;
  const now = services.now();
  const today = dayInParis(now);
  context.locals.formKey = services.newId();
  const sent = await readFormBody(context.request, bytesOfFiles(forms));
  const cookie = context.cookies.get(sessionCookieName(services.config))?.value || null;
  const sending = sent instanceof Response ? null : (sent?.sending ?? null);
  const came = await whoComes(services, now, cookie, sending);
  return {
    context,
    services,
    now,
    today,
    sent,
    ...came,
    actor: await readActor(services.database.db, came.session, today),
    address: network(
      clientAddress(services.config, context.request.headers.get('x-forwarded-for'), context.clientAddress),
    ),
    device: deviceWords(context.request.headers.get('user-agent') ?? ''),
    cookiesSet: [],
  };
}

/**
 * The session of the cookie; for a form that was answered a moment ago, the one under which that answer goes on: the
 * answer may have replaced the token that the browser still held when it sent the form again.
 */
async function whoComes(
  services: Services,
  now: Date,
  cookie: string | null,
  sending: Sending | null,
): Promise<Pick<Visit, 'given' | 'session' | 'sessionToken'>> {
  const { database } = services;
  const open = (token: string | null) => (token === null ? null : readSession({ database, now }, token));
  const given = sending && (await givenAnswer(services, { sending, token: cookie }));
  if (given) {
    const session = await open(given.nextToken);
    // An answer ends with its session: whoever signed out since then does not read it.
    if (session || given.nextToken === null) return { given, session, sessionToken: given.nextToken };
  }
  return { given: null, session: await open(cookie), sessionToken: cookie };
}

/** The actor of a visit that a right was already asked for. @throws Error when nobody is signed in. */
export function actorOf({ actor }: Visit): Actor {
  if (!actor) throw new Error('A page forgot to ask who comes.');
  return actor;
}
